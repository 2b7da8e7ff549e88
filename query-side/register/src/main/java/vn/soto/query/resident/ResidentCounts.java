package vn.soto.query.resident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.soto.projection.VersionedRows;

/**
 * The households of a residential unit by day.
 *
 * @param charges by responsibility, "" for none: how many there are from a day on, the earliest first
 */
public record ResidentCounts(Map<String, List<Step>> charges) {

    static final ResidentCounts NONE = new ResidentCounts(Map.of());

    /** @param households from that day of the epoch on, until the next step */
    public record Step(int from, long households) {}

    static ResidentCounts after(ResidentCounts before, List<ResidentRow> rows) {
        Map<String, List<Step>> charges = new HashMap<>(before.charges);
        for (ResidentRow row : rows) {
            for (ResidentRow.Amount change : row.changes()) {
                List<Step> changed = changed(charges.getOrDefault(change.charge(), List.of()), change);
                if (changed.isEmpty()) {
                    charges.remove(change.charge());
                } else {
                    charges.put(change.charge(), changed);
                }
            }
        }
        return new ResidentCounts(charges);
    }

    /** Steps that change nothing are left out. */
    private static List<Step> changed(List<Step> known, ResidentRow.Amount change) {
        if (known.isEmpty() || known.getLast().from < change.from()) {
            long last = known.isEmpty() ? 0 : known.getLast().households;
            return VersionedRows.plus(known, new Step(change.from(), last + change.households()));
        }
        SortedMap<Integer, Long> byDay = new TreeMap<>();
        known.forEach(step -> byDay.put(step.from, step.households));
        byDay.putIfAbsent(change.from(), at(known, change.from()));
        byDay.tailMap(change.from()).replaceAll((day, households) -> households + change.households());
        List<Step> steps = new ArrayList<>(byDay.size());
        long last = 0;
        for (Map.Entry<Integer, Long> each : byDay.entrySet()) {
            if (each.getValue() != last) {
                steps.add(new Step(each.getKey(), each.getValue()));
                last = each.getValue();
            }
        }
        return List.copyOf(steps);
    }

    private static long at(List<Step> steps, long day) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).from <= day) {
                return steps.get(i).households;
            }
        }
        return 0;
    }

    /** The households on a day by responsibility, "" for none. */
    Map<String, Long> on(LocalDate day) {
        long last = day.toEpochDay();
        Map<String, Long> counts = new HashMap<>();
        charges.forEach((charge, steps) -> {
            long households = at(steps, last);
            if (households != 0) {
                counts.put(charge, households);
            }
        });
        return counts;
    }
}
