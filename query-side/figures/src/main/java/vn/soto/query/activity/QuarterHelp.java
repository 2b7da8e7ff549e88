package vn.soto.query.activity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Help given on the days of a quarter, as known at a commit. A household or business counts once in each residential unit. */
interface QuarterHelp {

    /** Those of the residential units with help. */
    Set<String> helped(Collection<String> units);

    /** All rows of a residential unit, oldest first; each says whether its beneficiary counts from there on. */
    List<ActivityRow> rows(String unit);

    /** The same rows, read as they are reached. */
    default Iterator<ActivityRow> each(String unit) {
        return rows(unit).iterator();
    }

    /** Adds the totals of residential units, each to the sum it counts in. */
    void add(Map<String, ActivitySum> sumsByUnit);

    /** The households and businesses that may count in several of these units, or under several registrations. */
    List<HelpInUnit> again(Collection<String> units);

    /** The sum of each household helped in a residential unit; what helped no household is at "". */
    default Map<String, ActivitySum> byHousehold(String unit) {
        Map<String, ActivitySum> sums = new HashMap<>();
        rows(unit)
                .forEach(row -> sums.computeIfAbsent(
                                Objects.requireNonNullElse(row.household(), ""), household -> new ActivitySum())
                        .add(row));
        return sums;
    }

    /**
     * A household or business in one residential unit.
     *
     * @param counted as which household or business it counts
     */
    record HelpInUnit(String counted, String name, String unit) {

        private static final String BUSINESS = "business:";

        boolean business() {
            return isBusiness(name);
        }

        static boolean isBusiness(String name) {
            return name.startsWith(BUSINESS);
        }

        String household() {
            return business() ? "" : name;
        }
    }
}
