package vn.soto.contracts.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitId;

/**
 * The one unit that accepts or returns a report.
 *
 * @param unit   commune in which the team's area lies when the report is submitted
 * @param note   why it is this one of several units; absent if there was no other
 * @param others the other units: communes of the period's first day, or of other parts of the area
 */
public record Recipient(UnitId unit, @Nullable Note note, List<UnitId> others) {

    public Recipient {
        others = List.copyOf(others);
    }

    /**
     * The recipient of what lies in these communes; absent if there are none. Of several it is one that is in force, of those the one
     * with most units, then the first by id.
     *
     * @param now    communes in which the area lies when the report is submitted, each with the number of its units there
     * @param before those in which it lay on the period's first day
     * @param there  whether a commune is in force when the report is submitted
     */
    public static Optional<Recipient> designated(Map<UnitId, Long> now, Set<UnitId> before, Predicate<UnitId> there) {
        Optional<UnitId> unit = now.entrySet().stream()
                .max(Comparator.<Map.Entry<UnitId, Long>, Boolean>comparing(commune -> there.test(commune.getKey()))
                        .thenComparing(Map.Entry.comparingByValue())
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
        return unit.map(chosen -> {
            List<UnitId> others = Stream.concat(now.keySet().stream(), before.stream())
                    .filter(other -> !other.equals(chosen))
                    .distinct()
                    .sorted(Comparator.<UnitId, Boolean>comparing(there::test)
                            .reversed()
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
            Note why = now.keySet().containsAll(before) ? Note.SEVERAL_COMMUNES : Note.REORGANISED;
            return new Recipient(chosen, others.isEmpty() ? null : why, others);
        });
    }

    /** The name is stored and never changes. */
    public enum Note {
        /** Units were reorganised since the period's first day: the unit that the area lies in now is the recipient. */
        REORGANISED,
        /** The area lies in several communes: the one with most of its units is the recipient. */
        SEVERAL_COMMUNES
    }
}
