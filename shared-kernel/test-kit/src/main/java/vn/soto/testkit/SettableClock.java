package vn.soto.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A clock that stands still until it is set. While held, whoever asks it for the time waits; while it fails, gets the failure. */
public final class SettableClock extends Clock {

    private volatile Instant now;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile @Nullable RuntimeException failure;

    public SettableClock(Instant now) {
        this.now = now;
    }

    public void set(Instant instant) {
        now = instant;
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    /** Stalls every writer: none can record a commit without knowing the time. */
    public void hold() {
        gate = new CountDownLatch(1);
    }

    public void release() {
        gate.countDown();
    }

    /** As a watched clock that has jumped; null ends it. */
    public void fail(@Nullable RuntimeException why) {
        failure = why;
    }

    @Override
    public Instant instant() {
        RuntimeException why = failure;
        if (why != null) {
            throw why;
        }
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
