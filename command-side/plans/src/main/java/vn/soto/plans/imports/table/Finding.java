package vn.soto.plans.imports.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fault of a row.
 *
 * @param row        row number as a spreadsheet counts
 * @param column     code name of the column; absent if the fault concerns the whole row
 * @param code       key of the text that states the fault: one of this package, or a rule of the domain
 * @param arguments  arguments of that text, in order
 * @param suggestion the probable intended value; absent if unknown
 */
public record Finding(
        int row,
        @Nullable String column,
        String code,
        List<Object> arguments,
        @Nullable String suggestion) {

    public Finding {
        arguments = Excerpt.of(arguments);
    }
}
