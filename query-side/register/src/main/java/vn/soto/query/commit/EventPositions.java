package vn.soto.query.commit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;
import vn.soto.query.reading.EventLocations;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.Locations;
import vn.soto.query.subject.Subjects;

/** Commits by their numbers and events by their positions in the ledger, and where they lie. */
@Component
record EventPositions(LedgerReader ledger) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** The commit of the event at a position, if it is one of the first ones up to {@code last}. */
    Optional<Commit> commitAt(long position, long last) {
        return position < 0 || position >= ledger.tail().next()
                ? Optional.empty()
                : ledger.commitAtPosition(position).filter(commit -> commit.number() <= last);
    }

    static RecordedEvent event(Commit commit, long position) {
        return commit.events().get(Math.toIntExact(position - commit.first()));
    }

    /** A commit lies where its events lie. */
    @Bean
    static Subjects commitSubjects(LedgerReader ledger, EventLocations events) {
        return Subjects.at(IdKind.COMMIT, (ids, day, asOf) -> {
            long last = ledger.tail().number();
            List<Long> numbers = ids.stream()
                    .filter(EventPositions::isNumber)
                    .map(Long::valueOf)
                    .filter(number -> number >= 1 && number <= last)
                    .distinct()
                    .sorted()
                    .toList();
            Map<String, Locations> found = new HashMap<>();
            ledger.readAt(numbers).stream()
                    .filter(Commit.class::isInstance)
                    .map(Commit.class::cast)
                    .forEach(commit -> found.put(Long.toString(commit.number()), events.of(commit, day, asOf)));
            return found;
        });
    }

    @Bean
    static Subjects eventSubjects(EventPositions positions, EventLocations events) {
        return Subjects.at(IdKind.EVENT, (ids, day, asOf) -> {
            Map<String, Locations> found = new HashMap<>();
            ids.stream().filter(EventPositions::isNumber).forEach(id -> {
                long position = Long.parseLong(id);
                positions
                        .commitAt(position, Long.MAX_VALUE)
                        .ifPresent(commit -> found.put(id, events.of(event(commit, position), commit, day, asOf)));
            });
            return found;
        });
    }

    private static boolean isNumber(String id) {
        return NUMBER.matcher(id).matches();
    }
}
