package vn.soto.contracts.reorganisation;

import static vn.soto.contracts.reorganisation.Column.KIND;
import static vn.soto.contracts.reorganisation.Column.NAME;
import static vn.soto.contracts.reorganisation.Column.OFFICIAL_CODE;
import static vn.soto.contracts.reorganisation.Column.PARENT;
import static vn.soto.contracts.reorganisation.Column.SUCCESSOR;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a row does to its unit, and which columns say how, beside {@code action} and {@code unit}. */
public enum Action {
    /** A new unit; provinces have no parent, residential units no code. */
    ESTABLISH,
    /** Lies in another unit from then on, perhaps under another name. */
    REPARENT,
    /** Ends, and the whole of it is part of the successor. */
    MERGE,
    /** Ends, and the successor has a part of it: one row for each successor, two at least. */
    SPLIT,
    /** Ends without successor. */
    ABOLISH,
    RENAME,
    RETYPE,
    RECODE;

    boolean needs(Column column) {
        return column == Column.ACTION
                || column == Column.UNIT
                || switch (this) {
                    case ESTABLISH -> column == KIND || column == NAME;
                    case REPARENT -> column == PARENT;
                    case MERGE, SPLIT -> column == SUCCESSOR;
                    case ABOLISH -> false;
                    case RENAME -> column == NAME;
                    case RETYPE -> column == KIND;
                    case RECODE -> column == OFFICIAL_CODE;
                };
    }

    boolean takes(Column column) {
        return needs(column)
                || (this == ESTABLISH && (column == OFFICIAL_CODE || column == PARENT))
                || (this == REPARENT && column == NAME);
    }

    /** Whether the unit is no more afterwards. */
    public boolean ends() {
        return this == MERGE || this == SPLIT || this == ABOLISH;
    }

    static Optional<Action> named(String text) {
        return Arrays.stream(values())
                .filter(action -> action.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
