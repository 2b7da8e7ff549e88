package vn.soto.query.commit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;
import vn.soto.query.reading.EventLocations;
import vn.soto.query.reading.Locations;
import vn.soto.query.reading.SubjectLocations;
import vn.soto.query.subject.IdKind;

/** Events by their positions in the ledger, and where they lie. */
@Component
record EventPositions(LedgerReader ledger, EventLocations events) implements SubjectLocations {

    /** The commit of the event at a position, if it is one of the first ones up to {@code last}. */
    Optional<Commit> commitAt(long position, long last) {
        return position < 0 || position >= ledger.tail().next()
                ? Optional.empty()
                : ledger.commitAtPosition(position).filter(commit -> commit.number() <= last);
    }

    static RecordedEvent event(Commit commit, long position) {
        return commit.events().get(Math.toIntExact(position - commit.first()));
    }

    @Override
    public IdKind kind() {
        return IdKind.EVENT;
    }

    @Override
    public Map<String, List<Locations>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<Locations>> found = new HashMap<>();
        ids.stream().filter(id -> id.matches("[0-9]{1,18}")).forEach(id -> {
            long position = Long.parseLong(id);
            commitAt(position, Long.MAX_VALUE)
                    .ifPresent(commit -> found.put(id, List.of(events.of(event(commit, position), commit, day, asOf))));
        });
        return found;
    }
}
