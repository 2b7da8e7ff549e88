package vn.soto.query.unit;

import java.util.Arrays;
import java.util.Locale;

/** The units in which a figure is shown. Both choices add up to the same total over all provinces. */
public enum Boundaries {
    /** Units as of the day of the figure: a unit that had ended by then is shown in its successors of that day. */
    AS_WAS,
    /** Units of today: an ended unit is shown in its successors, an undecided part in a line of its own. */
    AS_NOW;

    public static Boundaries parse(String text) {
        return Arrays.stream(values())
                .filter(boundaries -> boundaries.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("as-was or as-now, not " + text));
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
