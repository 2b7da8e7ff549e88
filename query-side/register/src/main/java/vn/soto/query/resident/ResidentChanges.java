package vn.soto.query.resident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.log.LogType;
import vn.soto.projection.source.EventContext;

/**
 * The changes by one event in the households that count in each residential unit, by day and by responsible member. So the number of
 * any day is known without reading households.
 */
public final class ResidentChanges {

    /** By residential unit. */
    static final LogType<ResidentRow, ResidentCounts> RESIDENTS =
            LogType.folding("residence", ResidentRow.class, 64, ResidentCounts.NONE, ResidentCounts::after);

    private static final Comparator<ResidentRow.Amount> IN_ORDER =
            Comparator.comparingInt(ResidentRow.Amount::from).thenComparing(ResidentRow.Amount::charge);

    private final EventContext at;

    /** By unit; help that is now of another household makes two, perhaps in one unit. */
    private final Map<String, List<ResidentRow>> rows = new TreeMap<>();

    public ResidentChanges(EventContext at) {
        this.at = at;
    }

    /** Types that are written before the households: once a household is stored, its rows are not appended again. */
    public static List<DocumentType<?>> documentTypes() {
        return RESIDENTS.documentTypes();
    }

    /** @param before absent if it was not registered */
    public void add(String household, @Nullable HouseholdDays before, HouseholdDays after) {
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

    public void append(Batch batch) {
        rows.forEach((unit, ofTheEvent) -> RESIDENTS.append(unit, ofTheEvent, batch));
    }
}
