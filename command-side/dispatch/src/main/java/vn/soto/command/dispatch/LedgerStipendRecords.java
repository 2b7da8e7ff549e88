package vn.soto.command.dispatch;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.stipend.StipendRecords;
import vn.soto.ledger.StoredEvent;

/** Reads what stipends rest on from the ledger. */
public record LedgerStipendRecords(TeamIndex teams) implements StipendRecords {

    @Override
    public List<Recorded> of(TeamId team, YearMonth since, long until) {
        teams.upToTail();
        long before = teams.cuts().after(until);
        SortedMap<Long, StoredEvent> inOrder = new TreeMap<>();
        Stream.concat(teams.about(team, Topic.STIPENDS, until).stream(), teams.recorded(team, since, before).stream())
                .forEach(stored -> inOrder.put(stored.position(), stored));
        return inOrder.values().stream()
                .map(stored -> new Recorded(stored.commit(), teams.codec().decode(stored)))
                .toList();
    }
}
