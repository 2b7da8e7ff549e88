package vn.soto.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as the ledger stores them: signed 64-bit microseconds since 1970-01-01T00:00:00Z. */
public final class Micros {

    private static final long PER_SECOND = 1_000_000;

    private Micros() {}

    /** Throws {@code ArithmeticException} for an instant that no 64 bits hold. */
    public static long of(Instant instant) {
        if (instant.getEpochSecond() < 0 && instant.getNano() > 0) {
            // Otherwise the product could leave the 64 bits although the sum does not.
            long seconds = Math.multiplyExact(instant.getEpochSecond() + 1, PER_SECOND);
            return Math.addExact(seconds, instant.getNano() / 1_000 - PER_SECOND);
        }
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), instant.getNano() / 1_000);
    }

    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1_000L);
    }

    public static Instant truncate(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
