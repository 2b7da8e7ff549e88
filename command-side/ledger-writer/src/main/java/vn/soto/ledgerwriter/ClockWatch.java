package vn.soto.ledgerwriter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.WriteFault;

/**
 * Compares the time of day with the monotonic clock. So a clock that jumps ahead while the product runs is in no
 * commit, where it would hold up all later ones. It goes on by itself when the time of day is back. A right jump is
 * {@link #accept accepted} by an operator, or by a new start. A clock that was set back may come back within the limit.
 * After that the set time is the right one, unless the ledger's last commit is later. Thread-safe.
 */
public final class ClockWatch {

    private static final Path UPTIME = Path.of("/proc/uptime");

    /** A difference of the two clocks that is worth a look whether the machine slept. */
    private static final Duration NOTICEABLE = Duration.ofMillis(100);

    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    private final Clock clock;
    private final LongSupplier monotonic;
    private final Supplier<OptionalLong> uptime;
    private final Duration limit;

    /** A moment at which the time of day was as expected, on both clocks. */
    private Instant known;

    private long knownMonotonic;

    /** When the ledger's last commit was recorded, as far as the watch was told. */
    private Instant recorded = Instant.MIN;

    /** When the time of day was first found behind, on the monotonic clock; empty while it is not. */
    private OptionalLong behindSince = OptionalLong.empty();

    /** How much longer the machine is up than the monotonic clock has counted: the time asleep. */
    private long asleep;

    /**
     * @param monotonic nanoseconds, which a sleep of the machine may leave out
     * @param uptime    nanoseconds with the time asleep; empty where the system does not count it
     * @param limit     a longer jump ahead is taken for a fault
     */
    ClockWatch(Clock clock, LongSupplier monotonic, Supplier<OptionalLong> uptime, Duration limit) {
        this.clock = clock;
        this.monotonic = monotonic;
        this.uptime = uptime;
        this.limit = limit;
        this.known = clock.instant();
        this.knownMonotonic = monotonic.getAsLong();
        this.asleep = sleep().orElse(0);
    }

    /**
     * Beside the machine's own monotonic clock; a clock that is not the machine's, as in tests, has none to be compared with.
     *
     * @param machine the clock of the machine
     */
    public static ClockWatch of(Clock clock, Clock machine, Duration limit) {
        return clock.equals(machine)
                ? new ClockWatch(clock, System::nanoTime, ClockWatch::uptime, limit)
                : new ClockWatch(clock, () -> 0, OptionalLong::empty, Duration.ofDays(Integer.MAX_VALUE));
    }

    /** Linux counts the time asleep: seconds since its start, in hundredths. */
    private static OptionalLong uptime() {
        try {
            String seconds = Files.readString(UPTIME).split(" ", 2)[0];
            return OptionalLong.of(Math.round(
                    Double.parseDouble(seconds) * Duration.ofSeconds(1).toNanos()));
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private OptionalLong sleep() {
        OptionalLong up = uptime.get();
        return up.isPresent() ? OptionalLong.of(up.getAsLong() - monotonic.getAsLong()) : up;
    }

    /** For the ledger: throws {@code Unavailable} instead of a time that has jumped ahead. */
    public Clock clock() {
        return new Watched();
    }

    /**
     * The time of {@code clock}; one that watches takes no time before {@code last} for right.
     *
     * @param last when the last commit was recorded
     */
    static Instant instantAfter(Instant last, Clock clock) {
        return clock instanceof Watched watched ? watched.after(last) : clock.instant();
    }

    private synchronized Instant checkedAfter(Instant last) {
        recorded = last;
        return checked();
    }

    private synchronized Instant checked() {
        Instant now = clock.instant();
        long at = monotonic.getAsLong();
        Instant expected = known.plusNanos(at - knownMonotonic);
        if (isAhead(now, expected, NOTICEABLE)) {
            // Also for a short sleep: the known moment passes it below, and it must not excuse a later jump.
            expected = expected.plusNanos(awoken());
        }
        if (isAhead(now, expected, limit)) {
            throw ahead(now, expected);
        }
        if (now.isAfter(expected.minus(limit)) || (isBehindForLong(at) && !now.isBefore(recorded))) {
            known = now;
            knownMonotonic = at;
            behindSince = OptionalLong.empty();
        }
        return now;
    }

    private boolean isBehindForLong(long at) {
        if (behindSince.isEmpty()) {
            behindSince = OptionalLong.of(at);
        }
        return at - behindSince.getAsLong() > limit.toNanos();
    }

    private static boolean isAhead(Instant now, Instant expected, Duration by) {
        return Duration.between(expected, now).compareTo(by) > 0;
    }

    /** Nanoseconds asleep since the known moment. */
    private long awoken() {
        OptionalLong now = sleep();
        long slept = now.isPresent() ? Math.max(0, now.getAsLong() - asleep) : 0;
        asleep += slept;
        known = known.plusNanos(slept);
        return slept;
    }

    /** Takes the time of day as it is now for right. */
    public synchronized void accept() {
        awoken();
        known = clock.instant();
        knownMonotonic = monotonic.getAsLong();
        behindSince = OptionalLong.empty();
    }

    private static LedgerException ahead(Instant now, Instant expected) {
        return new LedgerException.Unavailable(
                """
                Đồng hồ của máy nhảy tới %1$s, trong khi theo thời gian đã trôi qua phải là %2$s; chưa ghi gì. Hãy chỉnh giờ của máy; nếu \
                giờ máy đúng, hãy xác nhận giờ, xem deploy/README.md. / The machine's clock jumped ahead to %1$s, where by the time that \
                has passed it should be %2$s; nothing was written. Set the clock; if it is right, confirm it, see deploy/README.md.""".formatted(now.truncatedTo(ChronoUnit.SECONDS), expected.truncatedTo(ChronoUnit.SECONDS)),
                WriteFault.CLOCK_AHEAD,
                RETRY_AFTER,
                null);
    }

    private final class Watched extends Clock {

        private Instant after(Instant last) {
            return checkedAfter(last);
        }

        @Override
        public Instant instant() {
            return checked();
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the ledger needs no zone");
        }
    }
}
