package vn.soto.query.http.live;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.query.http.Freshness.Moment;

/**
 * A state of the read models and the traces of the last commits before it.
 *
 * @param moment the last commit that every read model has
 * @param since  commit after which the traces begin
 * @param traces oldest first
 */
record Announcement(Moment moment, long since, List<Trace> traces) {

    /** Commits whose traces are kept: a reader that is further behind is told that anything may have changed. */
    static final int KEPT = 500;

    Announcement {
        traces = List.copyOf(traces);
    }

    long commit() {
        return moment.commit();
    }

    static Announcement first(Moment moment) {
        return new Announcement(moment, moment.commit(), List.of());
    }

    /** @param more traces of the commits after this announcement's; absent if there are too many to be traced */
    Announcement next(Moment later, @Nullable List<Trace> more) {
        if (more == null) {
            return first(later);
        }
        long from = Math.max(since, later.commit() - KEPT);
        List<Trace> kept = Stream.concat(traces.stream(), more.stream())
                .filter(trace -> trace.commit() > from)
                .toList();
        return new Announcement(later, from, kept);
    }

    /** The traces of the commits after one; absent if they are not all kept, or the commit is of another ledger. */
    @Nullable
    List<Trace> after(long commit) {
        return commit < since || commit > commit()
                ? null
                : traces.stream().filter(trace -> trace.commit() > commit).toList();
    }
}
