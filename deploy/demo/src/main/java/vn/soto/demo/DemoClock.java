package vn.soto.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import vn.soto.contracts.shared.VietnamTime;

/** Simulated time, moved by a loader alone and never backwards; stands at the script's first day before that. */
public final class DemoClock extends Clock {

    /** Microseconds since 1970, as precise as the ledger. */
    private final AtomicLong now;

    private final ZoneId zone;

    public DemoClock() {
        this(new AtomicLong(micros(VietnamTime.start(Story.FIRST_DAY))), ZoneOffset.UTC);
    }

    private DemoClock(AtomicLong now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    public void advanceTo(Instant later) {
        now.accumulateAndGet(micros(later), Math::max);
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plus(now.get(), ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same time, moved by the same loader. */
    @Override
    public Clock withZone(ZoneId other) {
        return new DemoClock(now, other);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
