package vn.soto.axon;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.axonframework.common.IdentifierFactory;

/**
 * The source of all ids: UUID version 7 (RFC 9562). Each id is greater than the previous one of the same source, also
 * within a millisecond and after the clock stepped back. {@code rand_a} is a counter (section 6.2, method 1) that
 * starts at a random value in its lower half and overflows into the time. Axon loads this class as a service for the
 * ids of events and messages. Thread-safe.
 */
public final class UuidV7 extends IdentifierFactory implements Supplier<UUID> {

    private static final int COUNTER_BITS = 12;
    private static final int COUNTER_START = 1 << (COUNTER_BITS - 1);
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final RandomGenerator random;

    /** Milliseconds since 1970 of the last id and, in the lowest 12 bits, its counter. */
    private final AtomicLong last = new AtomicLong();

    /** For Axon's service loader. */
    public UuidV7() {
        this(Clock.systemUTC(), new BufferedRandom(new SecureRandom()));
    }

    public UuidV7(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** Uses the system's clock and its secure random numbers. */
    public static UuidV7 system() {
        return new UuidV7();
    }

    @Override
    public UUID get() {
        long fresh = clock.millis() << COUNTER_BITS | random.nextInt(COUNTER_START);
        long stamp = last.updateAndGet(before -> Math.max(before + 1, fresh));
        long counter = stamp & ((1L << COUNTER_BITS) - 1);
        long high = stamp >>> COUNTER_BITS << 16 | VERSION | counter;
        return new UUID(high, random.nextLong() >>> 2 | VARIANT);
    }

    @Override
    public String generateIdentifier() {
        return get().toString();
    }
}
