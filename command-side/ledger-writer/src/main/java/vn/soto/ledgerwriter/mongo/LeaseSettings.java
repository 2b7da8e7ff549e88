package vn.soto.ledgerwriter.mongo;

import java.time.Duration;

/**
 * How the one writer among several processes is agreed on.
 *
 * @param enabled whether there is one; without, all write and the number alone decides
 * @param length  a lease that was not renewed for this long, by the server's clock, may be taken over
 * @param renewal how often its holder renews it
 * @param look    how often the others look whether it is free
 */
public record LeaseSettings(boolean enabled, Duration length, Duration renewal, Duration look) {

    /** Taken over 6 to 7 seconds after its holder went silent; within a second when it was given back. */
    public static LeaseSettings standard() {
        return new LeaseSettings(true, Duration.ofSeconds(6), Duration.ofSeconds(2), Duration.ofSeconds(1));
    }

    public static LeaseSettings off() {
        return new LeaseSettings(false, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }
}
