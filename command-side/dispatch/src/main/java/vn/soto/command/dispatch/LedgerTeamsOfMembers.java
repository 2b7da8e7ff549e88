package vn.soto.command.dispatch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.soto.contracts.person.NamedSubjects;
import vn.soto.contracts.person.SubjectKind;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.team.TeamsOfMembers;
import vn.soto.events.EventCodec;
import vn.soto.ledger.EventHeader;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredEvent;

/**
 * Reads who is named by events of teams, on from the last position at each call. The first call reads the headers of the whole
 * ledger, but the bodies of teams only; the end of a period of keeping is asked for rarely.
 */
final class LedgerTeamsOfMembers implements TeamsOfMembers {

    private static final int PAGE = 2_000;
    private static final String TEAMS = "team.";

    private final LedgerReader ledger;
    private final EventCodec codec;
    private final Map<String, Set<TeamId>> teams = new HashMap<>();
    private long commit;

    LedgerTeamsOfMembers(LedgerReader ledger, EventCodec codec) {
        this.ledger = ledger;
        this.codec = codec;
    }

    @Override
    public synchronized Set<TeamId> of(MemberId member) {
        catchUp();
        return Set.copyOf(teams.getOrDefault(member.value(), Set.of()));
    }

    private void catchUp() {
        List<EventHeader> page = ledger.headers(commit + 1, PAGE);
        while (!page.isEmpty()) {
            ledger.eventsAt(page.stream()
                            .filter(header -> header.type().name().startsWith(TEAMS))
                            .map(EventHeader::position)
                            .toList())
                    .forEach(this::add);
            commit = page.getLast().commit();
            page = ledger.headers(commit + 1, PAGE);
        }
    }

    private void add(StoredEvent stored) {
        if (codec.decode(stored) instanceof TeamEvent event) {
            NamedSubjects.of(event).stream()
                    .filter(subject -> subject.kind() == SubjectKind.MEMBER)
                    .forEach(subject -> teams.computeIfAbsent(subject.id(), id -> new HashSet<>())
                            .add(event.team()));
        }
    }
}
