package vn.soto.projection.progress;

import java.time.Duration;

/**
 * Settings by which this process claims lanes of the tracker.
 *
 * @param owner   identity of this process, unique among all processes that ever ran
 * @param timeout age after which an unrenewed claim is free, by the server's clock
 */
public record ClaimSettings(String owner, Duration timeout) {

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(1);

    /** Interval at which idle claims are renewed. */
    public Duration renewal() {
        return timeout.dividedBy(3);
    }

    /** Interval of looking for free claims; with the timeout it bounds the time of a take-over. */
    public Duration look() {
        Duration look = timeout.dividedBy(6);
        return look.compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : look;
    }
}
