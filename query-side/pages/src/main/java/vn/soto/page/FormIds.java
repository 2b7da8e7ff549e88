package vn.soto.page;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** Ids of commands that are made when a form is opened: UUIDs of version 7, which sort by that time. */
record FormIds(Clock clock, SecureRandom random) implements Supplier<UUID> {

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;

    @Override
    public UUID get() {
        long high = clock.millis() << 16 | VERSION | random.nextInt(1 << 12);
        return new UUID(high, random.nextLong() >>> 2 | VARIANT);
    }
}
