package vn.soto.page.home;

import java.util.Optional;

/**
 * A number of this quarter beside the last.
 *
 * @param before the same number of the quarter before; empty if that cannot be asked
 */
public record HomeFigure(Line now, Optional<Line> before) {

    /** Whether the number is of a quarter, so that there is one before. */
    public boolean isOfQuarter() {
        return before.isPresent() && !now.quarter().isEmpty();
    }
}
