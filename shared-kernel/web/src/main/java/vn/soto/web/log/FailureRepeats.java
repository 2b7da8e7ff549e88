package vn.soto.web.log;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Decides how much of a failure is logged. In each {@link #WINDOW} the first one of a cause has its stack trace,
 * {@link #MOST_LINES} more a line each, further ones nothing. All causes together have at most {@link #MOST_TRACES}
 * traces in a window. Thread-safe.
 */
final class FailureRepeats {

    static final Duration WINDOW = Duration.ofMinutes(10);
    static final int MOST_LINES = 100;
    static final int MOST_TRACES = 40;
    private static final int MOST_CAUSES = 512;

    /** How much of a failure is logged. */
    sealed interface Extent {

        /** @param leftOut number of failures of this cause that the window before did not log */
        record Trace(long leftOut) implements Extent {}

        record Line(long leftOut) implements Extent {}

        record Nothing() implements Extent {}
    }

    private static final class Window {

        private final long begin;
        private long count;

        Window(long begin) {
            this.begin = begin;
        }

        long leftOut() {
            return Math.max(0, count - 1 - MOST_LINES);
        }
    }

    private final Map<FailureCause, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<FailureCause, Window> eldest) {
            return size() > MOST_CAUSES;
        }
    };
    private Window traces = new Window(Long.MIN_VALUE / 2);

    /** @param at time of the failure, in milliseconds */
    synchronized Extent next(FailureCause cause, long at) {
        Window window = windows.get(cause);
        long leftOut = 0;
        if (window == null || over(window, at)) {
            leftOut = window == null ? 0 : window.leftOut();
            window = new Window(at);
            windows.put(cause, window);
        }
        window.count++;
        if (window.count == 1) {
            return trace(at) ? new Extent.Trace(leftOut) : new Extent.Line(leftOut);
        }
        return window.count <= 1 + MOST_LINES ? new Extent.Line(0) : new Extent.Nothing();
    }

    private boolean trace(long at) {
        if (over(traces, at)) {
            traces = new Window(at);
        }
        traces.count++;
        return traces.count <= MOST_TRACES;
    }

    private static boolean over(Window window, long at) {
        return at - window.begin >= WINDOW.toMillis();
    }
}
