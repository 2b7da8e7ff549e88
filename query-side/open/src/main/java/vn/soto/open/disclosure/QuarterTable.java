package vn.soto.open.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a version of a report, and of the reports that it adds up.
 *
 * @param total unit of the report that adds up the others
 * @param rows  values by unit and code; a line of which nobody says anything is absent
 */
public record QuarterTable(String total, Map<String, Map<String, Long>> rows) {

    public QuarterTable {
        rows = new LinkedHashMap<>(rows);
    }

    @Nullable
    Long value(String unit, String code) {
        return rows.getOrDefault(unit, Map.of()).get(code);
    }

    long known(String unit, String code) {
        Long value = value(unit, code);
        return value == null ? 0 : value;
    }

    /** The units whose values are added up. */
    List<String> parts() {
        return rows.keySet().stream().filter(unit -> !unit.equals(total)).toList();
    }

    /**
     * The difference of the total and the sum of its parts. It is less than 0 if somebody counts in two of them, and more if a part is no row.
     */
    long rest(String code) {
        return known(total, code)
                - parts().stream().mapToLong(unit -> known(unit, code)).sum();
    }
}
