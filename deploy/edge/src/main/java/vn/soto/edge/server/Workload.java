package vn.soto.edge.server;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.soto.edge.server.HttpMeters.Limit;
import vn.soto.web.Problem;
import vn.soto.web.ProblemException;

/**
 * Limits the requests at work, or under way: at most so many of each sender, of all unknown senders, and in all.
 * Thread-safe.
 */
final class Workload {

    private final Occupation<Requester> each;
    private final Occupation<Requester> eachUnknown;
    private final int limit;
    private final int unknownLimit;
    private final HttpMeters meters;
    private final AtomicInteger all = new AtomicInteger();
    private final AtomicInteger unknown = new AtomicInteger();

    /**
     * @param each        of an account
     * @param eachUnknown of all at an address who are not known
     * @param limit       in all
     * @param unknownLimit of all who are not known
     */
    Workload(int each, int eachUnknown, int limit, int unknownLimit, HttpMeters meters) {
        this.each = new Occupation<>(each);
        this.eachUnknown = new Occupation<>(eachUnknown);
        this.limit = limit;
        this.unknownLimit = unknownLimit;
        this.meters = meters;
    }

    AtomicInteger all() {
        return all;
    }

    /**
     * Takes a place, which is given back with {@link #leave}.
     *
     * @param counted whether the place is one of all, and not of the sender alone
     * @throws ProblemException if there is none
     */
    void enter(Requester sender, boolean counted) {
        Limit beyond = taken(sender, counted);
        if (beyond != null) {
            meters.requestRefused(beyond);
            Problem problem = beyond == Limit.CLIENT ? ServerProblems.tooManyRequests() : ServerProblems.serverBusy();
            throw new ProblemException(problem, ServerProblems.TEXTS);
        }
    }

    private @Nullable Limit taken(Requester sender, boolean counted) {
        if (!of(sender).enter(sender)) {
            return Limit.CLIENT;
        }
        boolean tooMany = counted && all.incrementAndGet() > limit;
        boolean tooManyUnknown = counted && !sender.isKnown() && unknown.incrementAndGet() > unknownLimit;
        if (tooMany || tooManyUnknown) {
            leave(sender, true);
            return Limit.SERVER;
        }
        return null;
    }

    void leave(Requester sender, boolean counted) {
        of(sender).leave(sender);
        if (counted) {
            all.decrementAndGet();
            if (!sender.isKnown()) {
                unknown.decrementAndGet();
            }
        }
    }

    private Occupation<Requester> of(Requester sender) {
        return sender.isKnown() ? each : eachUnknown;
    }
}
