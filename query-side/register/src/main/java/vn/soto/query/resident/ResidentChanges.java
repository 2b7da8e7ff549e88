package vn.soto.query.resident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Stamped;
import vn.soto.projection.log.LogType;

/**
 * The changes by an event in the households that count in each residential unit, by day and by responsible member. So the number of
 * any day is known without reading households.
 */
public final class ResidentChanges {

    /** By residential unit. */
    static final LogType<ResidentRow, ResidentCounts> RESIDENTS =
            LogType.folding("residence", ResidentRow.class, 64, ResidentCounts.NONE, ResidentCounts::after);

    private static final Comparator<ResidentRow.Amount> IN_ORDER =
            Comparator.comparingInt(ResidentRow.Amount::from).thenComparing(ResidentRow.Amount::charge);

    private static final Comparator<ResidentRow> ORDER =
            Comparator.comparingLong(ResidentRow::order).thenComparing(ResidentRow::household);

    /** By unit; help that is now of another household makes two, perhaps in one unit. */
    private final Map<String, List<ResidentRow>> rows = new TreeMap<>();

    /** Types that are written before the households: once a household is stored, its rows are not appended again. */
    public static List<DocumentType<?>> documentTypes() {
        return RESIDENTS.documentTypes();
    }

    /**
     * @param at     event that makes the change
     * @param before absent if it was not registered
     */
    public void add(Stamped at, String household, @Nullable HouseholdDays before, HouseholdDays after) {
        if (after.equals(before)) {
            return;
        }
        Map<String, Map<ResidentRow.Change, Integer>> changes = after.changes();
        if (before != null) {
            before.changes()
                    .forEach((unit, known) ->
                            known.forEach((change, households) -> changes.computeIfAbsent(unit, u -> new HashMap<>())
                                    .merge(change, -households, Integer::sum)));
        }
        for (String unit : new TreeSet<>(changes.keySet())) {
            List<ResidentRow.Amount> amounts = new ArrayList<>();
            changes.getOrDefault(unit, Map.of()).forEach((change, households) -> {
                if (households != 0) {
                    amounts.add(new ResidentRow.Amount(change.from(), change.charge(), households));
                }
            });
            amounts.sort(IN_ORDER);
            if (!amounts.isEmpty()) {
                rows.computeIfAbsent(unit, u -> new ArrayList<>())
                        .add(new ResidentRow(at.position(), at.commit(), household, List.copyOf(amounts)));
            }
        }
    }

    /** Appends the changes by one event. */
    public void append(Batch batch) {
        rows.forEach((unit, ofTheEvent) -> {
            ofTheEvent.sort(ORDER);
            RESIDENTS.append(unit, ofTheEvent, batch);
        });
    }

    /** Puts the changes in the place of those that an event and later ones made of a household, in these units. */
    public void replace(String household, long since, Collection<String> units, Batch batch) {
        for (String unit : new TreeSet<>(units)) {
            List<ResidentRow> fresh = rows.getOrDefault(unit, List.of());
            RESIDENTS.replace(unit, since, row -> row.household().equals(household), fresh, ORDER, batch);
        }
    }
}
