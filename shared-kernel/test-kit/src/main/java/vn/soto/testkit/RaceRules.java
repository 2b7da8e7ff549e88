package vn.soto.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.soto.testkit.Drafts.draft;
import static vn.soto.testkit.Drafts.one;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerException;

/** Concurrent drafts: in one batch, in one queue. */
interface RaceRules extends LedgerUnderTest {

    /** Of two drafts that meet. */
    int ROUNDS = Boolean.getBoolean("soto.long") ? 100 : 30;

    /** How many drafts may wait at most, those being written included; 0 for a ledger without a queue. */
    int waiting();

    /** Whether the two meet in one batch or not: the guarded commit comes before what moves the aggregate, or is lost. */
    @Test
    default void guardsHoldBetweenDraftsThatMeet() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Draft guarded = draft("guarded " + round)
                    .event("y" + round, 0)
                    .guard("x", round - 1)
                    .build();
            Draft moving = one("moving " + round, "x", round);

            List<Optional<Commit>> outcomes = together(List.of(attempt(guarded), attempt(moving)));

            long moved = outcomes.getLast().orElseThrow().number();
            outcomes.getFirst().ifPresent(commit -> assertThat(commit.number()).isLessThan(moved));
            assertThat(reader().head("y" + round).isPresent())
                    .isEqualTo(outcomes.getFirst().isPresent());
        }
    }

    @Test
    default void ofRepeatsThatMeetExactlyOneIsWritten() throws Exception {
        for (int round = 0; round < 20; round++) {
            Draft draft = one("round " + round, "x" + round, 0);
            List<Optional<Commit>> outcomes = together(Collections.nCopies(16, attempt(draft)));
            assertThat(outcomes.stream().flatMap(Optional::stream)).hasSize(1);
        }
        assertThat(reader().tail().number()).isEqualTo(20);
    }

    @Test
    default void aFullQueueRefusesAtOnceAndLeavesNothingHalfDone() throws Exception {
        assumeTrue(waiting() > 0, "this ledger has no queue");
        int callers = 2 * waiting() + 10;
        CountDownLatch refused = new CountDownLatch(1);
        List<Future<Boolean>> outcomes = new ArrayList<>();
        clock().hold();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (int i = 0; i < callers; i++) {
                    String name = "caller " + i;
                    outcomes.add(threads.submit(() -> accepted(one(name, name, 0), refused)));
                }
                assertThat(refused.await(60, SECONDS)).as("a refusal").isTrue();
            } finally {
                clock().release();
            }
        }
        long accepted = 0;
        for (int i = 0; i < callers; i++) {
            boolean done = outcomes.get(i).get();
            assertThat(reader().head("caller " + i).isPresent()).isEqualTo(done);
            accepted += done ? 1 : 0;
        }
        assertThat(reader().tail().number()).isEqualTo(accepted).isPositive();
    }

    private boolean accepted(Draft draft, CountDownLatch refused) {
        try {
            append(draft);
            return true;
        } catch (LedgerException.Unavailable full) {
            assertThat(full.retryAfter()).isPositive();
            refused.countDown();
            return false;
        }
    }

    private Callable<Optional<Commit>> attempt(Draft draft) {
        return () -> {
            try {
                return Optional.of(append(draft));
            } catch (LedgerException.Conflict | LedgerException.Repeated lost) {
                return Optional.empty();
            }
        };
    }

    private static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
        List<T> results = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
        }
        return results;
    }
}
