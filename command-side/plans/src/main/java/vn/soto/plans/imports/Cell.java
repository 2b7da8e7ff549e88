package vn.soto.plans.imports;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a cell.
 *
 * @param text   as a person reads it; NFC, trimmed, empty if there is nothing
 * @param number if a spreadsheet holds it as a number: a date is one, and a code that lost its leading zeros
 */
record Cell(String text, @Nullable BigDecimal number) {

    static final Cell EMPTY = new Cell("", null);

    boolean isEmpty() {
        return text.isEmpty();
    }
}
