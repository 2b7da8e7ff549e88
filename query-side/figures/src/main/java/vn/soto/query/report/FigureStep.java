package vn.soto.query.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * A change of a figure by one event.
 *
 * @param position of the event
 * @param before   the figure without it; absent if people state the figure and nobody had
 * @param after    the figure with it; absent likewise
 * @param lateFor  earlier quarter of which it is a figure, where the event arrived after that was closed; otherwise absent
 */
record FigureStep(
        @IdOf(IdKind.FIGURE) String code,
        long position,
        @Nullable Long before,
        @Nullable Long after,
        @Nullable Quarter lateFor) {

    long difference() {
        return (after == null ? 0 : after) - (before == null ? 0 : before);
    }

    /** A figure that is not among the values is 0, one that people tell or not is not known. */
    static @Nullable Long value(String code, Map<String, Long> values) {
        Long known = values.get(code);
        return known == null && !Indicators.voluntary(code) ? (Long) 0L : known;
    }
}
