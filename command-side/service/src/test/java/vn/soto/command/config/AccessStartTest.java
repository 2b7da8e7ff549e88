package vn.soto.command.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import vn.soto.command.dispatch.FirstAdministrator;
import vn.soto.contracts.access.AccountId;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerException;
import vn.soto.ledgerwriter.memory.MemoryLedger;

final class AccessStartTest {

    private static final AccountId AN = new AccountId("an");

    private final Clock clock = Clock.fixed(Instant.parse("2026-08-20T02:00:00Z"), ZoneOffset.UTC);
    private final MemoryLedger ledger = new MemoryLedger("test/access-start", clock);
    private final AtomicLong ids = new AtomicLong();

    private AccessStart start(LedgerAppender appender) {
        return new AccessStart(
                ledger,
                new FirstAdministrator(
                        ledger, appender, EventCodec.product(), () -> new UUID(0x7000L, ids.incrementAndGet()), clock),
                AN,
                Duration.ZERO);
    }

    @Test
    void healthSaysHowToNameTheFirstAdministratorUntilThereIsOne() {
        try (AccessStart start = start(ledger)) {
            assertThat(start.health().getStatus()).isEqualTo(Status.UP);
            assertThat(start.health().getDetails())
                    .containsEntry("rights", "of sign-in")
                    .containsEntry("todo", "start once with --soto.first-administrator=<account>");

            start.record(AN);
            start.record(AN);

            assertThat(start.health().getDetails()).isEqualTo(Map.of("rights", "of the ledger"));
            assertThat(ledger.tail().number()).isEqualTo(1);
        }
    }

    /** Another node holds the lease of the ledger for a while. */
    @Test
    void triesAgainUntilTheLedgerTakesTheCommit() {
        AtomicLong tries = new AtomicLong();
        try (AccessStart start = start(draft -> {
            if (tries.incrementAndGet() < 3) {
                throw new LedgerException.Unavailable("another process writes", Duration.ofSeconds(1), null);
            }
            return ledger.append(draft);
        })) {
            start.record(AN);
        }

        assertThat(tries).hasValue(3);
        assertThat(FirstAdministrator.isRecorded(ledger)).isTrue();
    }

    @Test
    void aStartThatIsStoppedTriesNoMore() {
        AtomicLong tries = new AtomicLong();
        AccessStart start = start(draft -> {
            tries.incrementAndGet();
            throw new LedgerException.Unavailable("another process writes", Duration.ofSeconds(1), null);
        });
        start.close();

        start.record(AN);

        assertThat(tries).hasValue(1);
        assertThat(FirstAdministrator.isRecorded(ledger)).isFalse();
    }
}
