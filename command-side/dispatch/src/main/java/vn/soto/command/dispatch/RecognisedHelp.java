package vn.soto.command.dispatch;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.recognition.RoundFacts;
import vn.soto.contracts.team.TeamId;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;

/** Reads the commits about teams for rounds of recognition. */
final class RecognisedHelp {

    private RecognisedHelp() {}

    /** @param commits in order; their events about other teams are passed over */
    static RoundFacts of(List<TeamId> teams, Stream<Commit> commits, EventCodec codec) {
        Set<String> tags = teams.stream().map(team -> TeamCommits.TAG + team).collect(Collectors.toSet());
        RoundFacts facts = new RoundFacts(teams);
        commits.flatMap(commit -> commit.stored().stream())
                .filter(stored -> stored.event().tags().stream().anyMatch(tags::contains)
                        && RoundFacts.reads(codec.classOf(stored)))
                .forEach(stored -> facts.on(stored.position(), codec.decode(stored)));
        return facts;
    }
}
