package vn.soto.plans.imports.table;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The value of a cell.
 *
 * @param text   the displayed text; NFC, trimmed, possibly empty
 * @param number the number, if the spreadsheet stores one: a date, or a code that lost its leading zeros
 */
public record Cell(String text, @Nullable BigDecimal number) {

    public static final Cell EMPTY = new Cell("", null);

    public boolean isEmpty() {
        return text.isEmpty();
    }
}
