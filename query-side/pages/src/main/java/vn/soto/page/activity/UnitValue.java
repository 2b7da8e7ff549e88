package vn.soto.page.activity;

import vn.soto.page.PageContext;
import vn.soto.page.Part;

/**
 * A value by which units are compared: a figure, or a part of each hundred.
 *
 * @param size negative if it is not known
 */
public record UnitValue(double size, String text) {

    static UnitValue of(Part figure, PageContext page) {
        return new UnitValue(figure.number(), page.format().number(figure.number()));
    }

    static UnitValue of(Ratio ratio, PageContext page) {
        return new UnitValue(ratio.value(), ratio.text(page));
    }

    /** The length of its bar, of {@code whole} for the largest. */
    public long of(double largest, int whole) {
        return largest <= 0 ? 0 : Math.round(Math.max(0, size) * whole / largest);
    }
}
