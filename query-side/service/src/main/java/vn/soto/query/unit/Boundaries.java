package vn.soto.query.unit;

import java.util.Arrays;
import java.util.Locale;

/** Which units a figure is shown in. Both add up to the same total over all provinces. */
public enum Boundaries {
    /** Units as they were on the day the figure is of; a unit that has ended since is still there. */
    AS_WAS,
    /** Units of today: what ended is shown in its successors, what nobody has decided in a line of its own. */
    AS_NOW;

    public static Boundaries parse(String text) {
        return Arrays.stream(values())
                .filter(lens -> lens.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("as-was or as-now, not " + text));
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
