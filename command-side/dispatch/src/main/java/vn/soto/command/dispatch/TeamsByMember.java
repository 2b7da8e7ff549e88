package vn.soto.command.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.soto.command.dispatch.TeamCommits.Topic;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;

/** The teams whose events of a topic name a member, read from the ledger on from the last question. Thread-safe. */
final class TeamsByMember {

    private final Map<MemberId, Set<TeamId>> teams = new HashMap<>();
    private final LedgerCatchUp ledger;

    private TeamsByMember(TeamIndex index, Topic topic, Function<TeamEvent, Stream<MemberId>> named) {
        this.ledger = new LedgerCatchUp(
                read -> index.ofAllTeams(read, topic),
                index.codec(),
                stored -> topic.includes(index.codec().classOf(stored)),
                (event, commit) -> add((TeamEvent) event, named));
    }

    /** The teams in which members were ever enrolled. */
    static TeamsByMember enrolled(TeamIndex index) {
        return new TeamsByMember(index, Topic.MEMBERS, event -> switch (event) {
            case TeamFormed formed -> formed.members().stream().map(FoundingMember::member);
            case MemberEnrolled enrolment -> Stream.of(enrolment.member());
            default -> throw new IllegalStateException("no event about a member: " + event);
        });
    }

    /** The members who ever led. */
    static TeamsByMember led(TeamIndex index) {
        return new TeamsByMember(index, Topic.LEADERS, event -> switch (event) {
            case TeamFormed formed -> Stream.of(formed.leader());
            case LeaderAppointed appointed -> Stream.of(appointed.member());
            default -> throw new IllegalStateException("no event about a leader: " + event);
        });
    }

    /** Sorted, of the commits that {@link TeamIndex#upTo}, and perhaps of later ones. */
    synchronized List<TeamId> of(MemberId member) {
        ledger.catchUp();
        return List.copyOf(teams.getOrDefault(member, Set.of()));
    }

    private void add(TeamEvent event, Function<TeamEvent, Stream<MemberId>> named) {
        named.apply(event)
                .forEach(member ->
                        teams.computeIfAbsent(member, first -> new TreeSet<>()).add(event.team()));
    }
}
