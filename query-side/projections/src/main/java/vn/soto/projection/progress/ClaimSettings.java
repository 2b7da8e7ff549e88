package vn.soto.projection.progress;

import java.time.Duration;

/**
 * Settings by which this process claims the tracker.
 *
 * @param owner   identity of this process, unique among all processes that ever ran
 * @param timeout time after which a claim that was seen unrenewed is free
 */
public record ClaimSettings(String owner, Duration timeout) {

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(1);

    /** Interval at which an idle claim is renewed. */
    public Duration renewal() {
        return timeout.dividedBy(3);
    }

    /** Interval of looking whether the claim is free; twice this and the timeout bound the time of a take-over. */
    public Duration look() {
        Duration look = timeout.dividedBy(6);
        return look.compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : look;
    }
}
