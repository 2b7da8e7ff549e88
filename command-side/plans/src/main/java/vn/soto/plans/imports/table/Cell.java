package vn.soto.plans.imports.table;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The value of a cell.
 *
 * @param text   the displayed text; NFC, trimmed, possibly empty
 * @param number the number, if the spreadsheet stores one: a date, or a code that lost its leading zeros
 */
public record Cell(String text, @Nullable BigDecimal number) {

    public static final Cell EMPTY = new Cell("", null);

    private static final Set<String> ERRORS = Set.of(
            "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA");

    public static Cell of(String text) {
        return text.isEmpty() ? EMPTY : new Cell(text, null);
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Whether the text is what a formula shows that has no result; a CSV file has it as a text. */
    public boolean isError() {
        return ERRORS.contains(text);
    }
}
