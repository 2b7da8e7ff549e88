package vn.soto.open.disclosure;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table with the cells that are not shown. Mutable while they are found. */
final class Publication {

    private final QuarterTable table;
    private final Set<OpenCell> hidden = new HashSet<>();

    Publication(QuarterTable table) {
        this.table = table;
    }

    QuarterTable table() {
        return table;
    }

    Set<OpenCell> hidden() {
        return Set.copyOf(hidden);
    }

    void hide(String unit, String code) {
        hidden.add(new OpenCell(unit, code));
    }

    boolean hides(String unit, String code) {
        return hidden.contains(new OpenCell(unit, code));
    }

    /** Whether it has the value and says it. */
    boolean shows(String unit, String code) {
        return table.value(unit, code) != null && !hides(unit, code);
    }

    /** Whether it says this value. */
    boolean tells(String unit, String code, @Nullable Long value) {
        return value != null && value.equals(table.value(unit, code)) && !hides(unit, code);
    }
}
