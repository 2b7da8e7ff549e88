package vn.soto.ledgerwriter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.soto.testkit.Drafts.draft;
import static vn.soto.testkit.Drafts.one;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.Tail;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.ledgerwriter.sqlite.Embedded.HeldCommit;
import vn.soto.testkit.Await;
import vn.soto.testkit.Drafts;

@Tag("threads")
final class GroupCommitIT {

    @TempDir
    Path folder;

    private final HeldCommit held = new HeldCommit();

    @Test
    void writesWhatWaitsAsOneGroup() throws InterruptedException {
        try (Embedded embedded = open(WriterSettings.standard())) {
            var followers = embedded.together(
                    held, one("a", "x", 0), List.of(one("b", "x", 1), one("c", "y", 0), one("d", "x", 2)));
            assertThat(followers)
                    .extracting(follower -> follower.join().number())
                    .containsExactly(2L, 3L, 4L);
            var groups = embedded.meters.get("soto.ledger.append.batch").summary();
            assertThat(groups.count()).isEqualTo(2);
            assertThat(groups.max()).isEqualTo(3);
            assertThat(embedded.verified().number()).isEqualTo(4);
        }
    }

    @Test
    void refusesABadDraftAlone() throws InterruptedException {
        try (Embedded embedded = open(WriterSettings.standard())) {
            var repeat = draft("repeat").by(Drafts.command("b")).event("z", 0).build();
            var guarded = draft("guarded").event("z", 0).guard("x", 0).build();
            var followers = embedded.together(
                    held,
                    one("a", "x", 0),
                    List.of(one("b", "x", 1), one("late", "x", 1), repeat, guarded, one("c", "x", 2)));
            assertThat(followers.get(0).join().number()).isEqualTo(2);
            assertThat(refusal(followers.get(1))).isInstanceOf(LedgerException.Conflict.class);
            assertThat(refusal(followers.get(2))).isInstanceOf(LedgerException.Repeated.class);
            assertThat(refusal(followers.get(3))).isInstanceOf(LedgerException.Conflict.class);
            assertThat(followers.get(4).join().number()).isEqualTo(3);
            assertThat(embedded.meters
                            .get("soto.ledger.append.conflicts")
                            .counter()
                            .count())
                    .isEqualTo(2);
            assertThat(embedded.meters
                            .get("soto.ledger.append.refused")
                            .tag("kind", "repeated")
                            .counter()
                            .count())
                    .isEqualTo(1);
            assertThat(embedded.verified().number()).isEqualTo(3);
        }
    }

    @Test
    void refusesAtOnceWhenTheQueueIsFull() throws InterruptedException {
        WriterSettings narrow = new WriterSettings(2, 512, Duration.ofMillis(100), Duration.ofSeconds(7), 100);
        try (Embedded embedded = open(narrow)) {
            held.hold();
            var first = embedded.later(one("a", "x", 0));
            held.awaitEntered();
            var waiting = List.of(embedded.later(one("b", "y", 0)), embedded.later(one("c", "z", 0)));
            Await.until("two queued", () -> embedded.queued() >= 2);
            assertThatExceptionOfType(LedgerException.Unavailable.class)
                    .isThrownBy(() -> embedded.append(one("d", "w", 0)))
                    .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
            held.release();
            assertThat(first.join().number()).isEqualTo(1);
            assertThat(waiting).extracting(outcome -> outcome.join().id()).hasSize(2);
            assertThat(embedded.append(one("d", "w", 0)).number()).isEqualTo(4);
        }
    }

    @Test
    void losesNothingQueuedWhenItStops() throws InterruptedException {
        List<CompletableFuture<Commit>> queued = new ArrayList<>();
        try (Embedded embedded = open(WriterSettings.standard())) {
            held.hold();
            queued.add(embedded.later(one("first", "x", 0)));
            held.awaitEntered();
            for (int i = 0; i < 50; i++) {
                queued.add(embedded.later(one("queued " + i, "aggregate " + i, 0)));
            }
            Await.until("fifty queued", () -> embedded.queued() >= 50);
            Thread stopping = Thread.ofPlatform().start(embedded.ledger::close);
            awaitRefusal(embedded);
            held.release();
            stopping.join();
            Await.until("all are answered", () -> queued.stream().allMatch(CompletableFuture::isDone));
        }
        try (Embedded again = Embedded.open(file())) {
            assertThat(again.verified().number()).isEqualTo(51);
            assertThat(queued)
                    .allSatisfy(outcome -> assertThat(
                                    again.ledger.reader().commit(outcome.join().number()))
                            .contains(outcome.join()));
        }
    }

    @Test
    void tellsListenersOnlyWhatIsDurable() {
        List<Tail> told = new CopyOnWriteArrayList<>();
        try (Embedded embedded = open(WriterSettings.standard())) {
            embedded.ledger.appender().addCommitListener(_ -> {
                throw new IllegalStateException("a listener that fails");
            });
            embedded.ledger.appender().addCommitListener(commits -> {
                Tail tail = commits.getLast().tail();
                assertThat(embedded.ledger.reader().tail()).isEqualTo(tail);
                told.add(tail);
            });
            embedded.append(one("a", "x", 0));
            embedded.append(one("b", "x", 1));
        }
        assertThat(told).extracting(Tail::number).containsExactly(1L, 2L);
    }

    /** Stopping has begun once an append is refused; until then it may only join the queue, and is written like the rest. */
    private static void awaitRefusal(Embedded embedded) {
        Await.until("stopping", () -> !embedded.ledger.isOpen());
        assertThatExceptionOfType(LedgerException.Unavailable.class)
                .isThrownBy(() -> embedded.append(one("too late", "z", 0)));
    }

    private static Throwable refusal(CompletableFuture<Commit> outcome) {
        try {
            throw new AssertionError("not refused: " + outcome.join());
        } catch (CompletionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }

    private Path file() {
        return folder.resolve("ledger.db");
    }

    private Embedded open(WriterSettings settings) {
        return new Embedded(file(), settings, held);
    }
}
