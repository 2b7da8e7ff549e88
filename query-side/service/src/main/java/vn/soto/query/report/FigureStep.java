package vn.soto.query.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.Indicators;

/**
 * A change of a figure by one event.
 *
 * @param position of the event
 * @param before   the figure without it; absent if people state the figure and nobody had
 * @param after    the figure with it; absent likewise
 */
record FigureStep(
        String code, long position, @Nullable Long before, @Nullable Long after) {

    /** A figure that is not among the values is 0, one that people state is not known. */
    static @Nullable Long value(String code, Map<String, Long> values) {
        Long known = values.get(code);
        return known == null && !Indicators.stated(code) ? (Long) 0L : known;
    }
}
