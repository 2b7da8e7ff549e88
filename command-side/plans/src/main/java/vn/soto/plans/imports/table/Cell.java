package vn.soto.plans.imports.table;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a cell.
 *
 * @param text   as a person reads it; NFC, trimmed, empty if there is nothing
 * @param number if a spreadsheet holds it as a number: a date is one, and a code that lost its leading zeros
 */
public record Cell(String text, @Nullable BigDecimal number) {

    public static final Cell EMPTY = new Cell("", null);

    public boolean isEmpty() {
        return text.isEmpty();
    }
}
