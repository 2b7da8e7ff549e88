package vn.soto.ledgerwriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static vn.soto.testkit.Drafts.draft;
import static vn.soto.testkit.Drafts.one;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Guard;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.Tail;
import vn.soto.testkit.Drafts;
import vn.soto.testkit.SettableClock;

/** Rules within one batch; those across batches are in the contract every ledger runs. */
final class SequencerTest {

    private static final Tail EMPTY = Tail.empty("demo/test");

    private final Sequencer batch =
            new Sequencer(EMPTY, new Nothing(), Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC));

    @Test
    void chainsTheCommitsOfABatch() {
        var first = batch.next(one("a", "x", 0));
        var second = batch.next(one("b", "x", 1));
        assertThat(second.previous()).isEqualTo(first.chain());
        assertThat(batch.tail()).isEqualTo(second.tail());
        assertThat(batch.moved()).containsEntry("x", 1L);
    }

    @Test
    void seesSlotsTakenEarlierInTheBatch() {
        batch.next(one("a", "x", 0));
        assertThatExceptionOfType(LedgerException.Conflict.class).isThrownBy(() -> batch.next(one("b", "x", 0)));
    }

    @Test
    void seesGuardedAggregatesMoveInTheBatch() {
        batch.next(one("a", "x", 0));
        assertThatExceptionOfType(LedgerException.Conflict.class)
                .isThrownBy(
                        () -> batch.next(draft("b").event("y", 0).guard("x", -1).build()));
        assertThat(batch.next(draft("c").event("y", 0).guard("x", 0).build()).number())
                .isEqualTo(2);
    }

    @Test
    void seesTheLedgerGrowInTheBatch() {
        batch.next(one("a", "x", 0));
        assertThatExceptionOfType(LedgerException.Conflict.class)
                .isThrownBy(() -> batch.next(
                        draft("b").event("y", 0).guard(Guard.ofLedger(0)).build()));
        assertThat(batch.next(draft("c").event("y", 0).guard(Guard.ofLedger(1)).build())
                        .number())
                .isEqualTo(2);
    }

    @Test
    void letsACommitWriteWhatItGuards() {
        assertThat(batch.next(draft("a").event("x", 0).guard("x", -1).build()).number())
                .isEqualTo(1);
    }

    @Test
    void seesCommandsAndEventIdsOfTheBatch() {
        RecordedEvent event = batch.next(one("a", "x", 0)).events().getFirst();
        Draft repeat = draft("b").by(Drafts.command("a")).event("x", 1).build();
        assertThatExceptionOfType(LedgerException.Repeated.class).isThrownBy(() -> batch.next(repeat));
        Draft sameId = draft("c").loose().event(event).build();
        assertThatExceptionOfType(LedgerException.DuplicateEventId.class)
                .isThrownBy(() -> batch.next(sameId))
                .satisfies(e -> assertThat(e.event()).isEqualTo(1));
    }

    @Test
    void leavesNoTraceOfARefusedDraft() {
        Draft refused = draft("a").event("x", 0).event("x", 5).build();
        assertThatExceptionOfType(LedgerException.Conflict.class).isThrownBy(() -> batch.next(refused));
        assertThat(batch.tail()).isEqualTo(EMPTY);
        assertThat(batch.moved()).isEmpty();
        assertThat(batch.next(one("a", "x", 0)).number()).isEqualTo(1);
    }

    @Test
    void forgetsABatchThatWasLost() {
        batch.next(one("a", "x", 0));
        batch.begin(EMPTY);
        assertThat(batch.next(one("a", "x", 0)).number()).isEqualTo(1);
    }

    /** Else the way back from a time that the last commit proves wrong would be a jump. */
    @Test
    void tellsTheWatchOfTheClockWhatIsRecorded() {
        Instant recorded = Instant.parse("2026-07-01T10:00:00Z");
        SettableClock day = new SettableClock(recorded);
        AtomicLong monotonic = new AtomicLong();
        ClockWatch watch = new ClockWatch(day, monotonic::get, OptionalLong::empty, Duration.ofMinutes(10));
        Sequencer ledger = new Sequencer(EMPTY, new Nothing(), watch.clock());
        Tail last = ledger.next(one("a", "x", 0)).tail();
        day.advance(Duration.ofHours(-1));
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(LedgerException.Unavailable.class).isThrownBy(() -> ledger.checkClock(last));
            day.advance(Duration.ofMinutes(9));
            monotonic.addAndGet(Duration.ofMinutes(9).toNanos());
        }
        day.advance(Duration.ofHours(1));
        assertThatNoException().isThrownBy(() -> ledger.checkClock(last));
    }

    private static final class Nothing implements Sequencer.Known {

        @Override
        public long head(String aggregate) {
            return -1;
        }

        @Override
        public boolean hasCommand(UUID command) {
            return false;
        }
    }
}
