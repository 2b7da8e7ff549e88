package vn.soto.query.resident;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The households of a residential unit by day.
 *
 * @param changes how many more, or less, there are with a responsibility from a day on, by {@code <day> <responsibility>}
 */
public record ResidentCounts(Map<String, Long> changes) {

    static final ResidentCounts NONE = new ResidentCounts(Map.of());

    static ResidentCounts after(ResidentCounts before, List<ResidentRow> rows) {
        Map<String, Long> changes = new TreeMap<>(before.changes);
        for (ResidentRow row : rows) {
            for (ResidentRow.Amount change : row.changes()) {
                changes.merge(change.from() + " " + change.charge(), (long) change.households(), Long::sum);
            }
        }
        changes.values().removeIf(count -> count == 0);
        return new ResidentCounts(changes);
    }

    /** The households on a day by responsibility, "" for none. */
    Map<String, Long> on(LocalDate day) {
        long last = day.toEpochDay();
        Map<String, Long> counts = new HashMap<>();
        changes.forEach((change, households) -> {
            int space = change.indexOf(' ');
            if (Integer.parseInt(change, 0, space, 10) <= last) {
                counts.merge(change.substring(space + 1), households, Long::sum);
            }
        });
        counts.values().removeIf(count -> count == 0);
        return counts;
    }
}
