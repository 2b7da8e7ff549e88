package vn.soto.edge.refused;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.LedgerException;
import vn.soto.privacy.refused.MemoryRefusedAccess;
import vn.soto.privacy.refused.RefusedAccess;
import vn.soto.privacy.refused.RefusedAccessStore;
import vn.soto.testkit.SettableClock;

/** The refusals that an auditor finds; the end of the process writes the remaining ones. */
@Tag("threads")
final class RefusedAccessRecorderTest {

    private static final Instant NINE = Instant.parse("2026-07-01T02:00:00Z");

    private final SettableClock clock = new SettableClock(NINE);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicBoolean full = new AtomicBoolean();
    private final RefusedAccessStore register = new MemoryRefusedAccess();
    private final RefusedAccessRecorder recorder = new RefusedAccessRecorder(
            new Stoppable(register, full), clock, meters, Executors.newSingleThreadScheduledExecutor());

    /** A register that can be full. */
    private record Stoppable(RefusedAccessStore register, AtomicBoolean full) implements RefusedAccessStore {

        @Override
        public long add(RefusedAccess entry) {
            if (full.get()) {
                throw new LedgerException.Unavailable("full", Duration.ofSeconds(2), null);
            }
            return register.add(entry);
        }

        @Override
        public boolean update(long number, RefusedAccess entry) {
            return register.update(number, entry);
        }

        @Override
        public List<Numbered> latest(long before, int limit) {
            return register.latest(before, limit);
        }

        @Override
        public void close() {}
    }

    private List<RefusedAccess> entries() {
        recorder.stop();
        return register.latest(Long.MAX_VALUE, 5_000).stream()
                .map(RefusedAccessStore.Numbered::entry)
                .toList();
    }

    private double count(String name) {
        return meters.get(name).counter().count();
    }

    @Test
    void anAuditorSeesWhoLackedWhatHowOften() {
        recorder.start();
        recorder.record("lan", "POST /api/plans", "not-allowed", 1);
        clock.advance(Duration.ofMinutes(20));
        recorder.record("lan", "POST /api/plans", "not-allowed", 3);
        recorder.record("anh", "POST /api/plans", "not-allowed", 1);

        assertThat(entries())
                .containsExactlyInAnyOrder(
                        new RefusedAccess("lan", "POST /api/plans", "not-allowed", NINE, NINE.plusSeconds(1_200), 4),
                        new RefusedAccess(
                                "anh",
                                "POST /api/plans",
                                "not-allowed",
                                NINE.plusSeconds(1_200),
                                NINE.plusSeconds(1_200),
                                1));
        assertThat(count("soto.refused-access")).isEqualTo(5);
        assertThat(count("soto.refused-access.lost")).isZero();
    }

    @Test
    void eachHourHasAnEntryOfItsOwn() {
        recorder.start();
        recorder.record("lan", "POST /api/plans", "not-allowed", 1);
        clock.advance(Duration.ofHours(1));
        recorder.record("lan", "POST /api/plans", "not-allowed", 1);

        assertThat(entries()).extracting(RefusedAccess::first).containsExactly(NINE.plusSeconds(3_600), NINE);
    }

    @Test
    void whatTheStartItselfTriesIsNobodysRefusal() {
        recorder.record("warm-up", "POST /api/plans", "not-allowed", 1);

        assertThat(entries()).isEmpty();
        assertThat(count("soto.refused-access")).isZero();
    }

    @Test
    void aRegisterThatCannotBeWrittenIsWrittenLater() {
        full.set(true);
        recorder.start();
        recorder.record("lan", "POST /api/plans", "not-allowed", 1);
        recorder.record("lan", "POST /api/plans", "not-allowed", 1);
        full.set(false);

        assertThat(entries()).extracting(RefusedAccess::times).containsExactly(2L);
    }

    @Test
    void aFloodOfKindsTakesNoMoreMemoryAndIsCounted() {
        full.set(true);
        recorder.start();
        IntStream.range(0, RefusedAccessRecorder.MOST_KINDS + 5)
                .forEach(i -> recorder.record("account-" + i, "POST /api/plans", "not-allowed", 2));
        full.set(false);

        assertThat(entries()).hasSize(RefusedAccessRecorder.MOST_KINDS);
        assertThat(count("soto.refused-access.lost")).isEqualTo(10);
    }
}
