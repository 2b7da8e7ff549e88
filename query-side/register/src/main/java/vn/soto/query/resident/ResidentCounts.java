package vn.soto.query.resident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        List<Step> steps = new ArrayList<>(known.size() + 1);
        long before = 0;
        boolean begun = false;
        for (Step step : known) {
            if (!begun && step.from >= change.from()) {
                begun = true;
                if (step.from > change.from()) {
                    add(steps, new Step(change.from(), before + change.households()));
                }
            }
            add(steps, begun ? new Step(step.from, step.households + change.households()) : step);
            before = step.households;
        }
        return Collections.unmodifiableList(steps);
    }

    private static void add(List<Step> steps, Step next) {
        long last = steps.isEmpty() ? 0 : steps.getLast().households;
        if (next.households != last) {
            steps.add(next);
        }
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
