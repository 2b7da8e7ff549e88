package vn.soto.query.commit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.query.reading.EventLocations;
import vn.soto.query.reading.Locations;
import vn.soto.query.reading.SubjectLocations;
import vn.soto.query.subject.IdKind;

/** A commit lies where its events lie. */
@Component
record CommitLocations(LedgerReader ledger, EventLocations events) implements SubjectLocations {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    @Override
    public IdKind kind() {
        return IdKind.COMMIT;
    }

    @Override
    public Map<String, List<Locations>> find(Collection<String> ids, LocalDate day, long asOf) {
        long last = ids.isEmpty() ? 0 : ledger.tail().number();
        List<Long> numbers = ids.stream()
                .filter(id -> NUMBER.matcher(id).matches())
                .map(Long::valueOf)
                .filter(number -> number >= 1 && number <= last)
                .distinct()
                .sorted()
                .toList();
        Map<String, List<Locations>> found = new HashMap<>();
        ledger.readAt(numbers).stream()
                .filter(Commit.class::isInstance)
                .map(Commit.class::cast)
                .forEach(commit -> found.put(Long.toString(commit.number()), List.of(events.of(commit, day, asOf))));
        return found;
    }
}
