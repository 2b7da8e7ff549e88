package vn.soto.projection.progress;

import java.time.Duration;

/**
 * How this process claims parts of the projections.
 *
 * @param owner   this process, unlike any other that ever ran
 * @param timeout a claim not renewed for so long is anybody's; the clocks of all processes have to agree better than that
 */
public record ClaimSettings(String owner, Duration timeout) {

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(1);

    /** A claim nothing else renews is renewed after this. */
    public Duration renewal() {
        return timeout.dividedBy(3);
    }

    /** Free claims are looked for this often; together with the timeout it bounds a take-over. */
    public Duration look() {
        Duration look = timeout.dividedBy(6);
        return look.compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : look;
    }
}
