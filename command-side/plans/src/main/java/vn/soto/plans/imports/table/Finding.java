package vn.soto.plans.imports.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row.
 *
 * @param row        as a spreadsheet numbers it
 * @param column     code name of the column; absent when the row as a whole is refused
 * @param code       names the text that says what is wrong: of this package, or a rule of the domain
 * @param arguments  what that text names, in its order
 * @param suggestion what the cell may have been meant to say
 */
public record Finding(
        int row,
        @Nullable String column,
        String code,
        List<Object> arguments,
        @Nullable String suggestion) {

    public Finding {
        arguments = List.copyOf(arguments);
    }
}
