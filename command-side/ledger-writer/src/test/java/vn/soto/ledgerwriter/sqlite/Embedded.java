package vn.soto.ledgerwriter.sqlite;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Tail;
import vn.soto.ledger.WriteFault;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.testkit.Await;

/** A ledger file opened for a test, verified when the test ends. */
final class Embedded implements AutoCloseable {

    static final String ORIGIN = "demo/embedded";

    final SqliteLedger ledger;
    final MeterRegistry meters = new SimpleMeterRegistry();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    Embedded(Path file, WriterSettings settings, Durability durability) {
        this(file, settings, Clock.systemUTC(), durability);
    }

    Embedded(Path file, WriterSettings settings, Clock clock, Durability durability) {
        ledger = SqliteLedger.open(file, ORIGIN, clock, settings, meters, durability);
    }

    /** Open with a writer that looks after its file, and for the end of a fault, ten times as often as usual. */
    static Embedded watched(Path file, Clock clock, Durability durability) {
        return new Embedded(
                file, new WriterSettings(64, 64, Duration.ofMillis(10), Duration.ofSeconds(1), 100), clock, durability);
    }

    /** Returns once the writer has found the fault by itself. */
    void awaitTrouble(WriteFault fault) {
        Await.until(
                "fault " + fault,
                () -> ledger.trouble().filter(now -> now.fault() == fault).isPresent());
    }

    /** Returns once the writer has found by itself that there is no fault any more. */
    void awaitNoTrouble() {
        Await.until("no fault", () -> ledger.trouble().isEmpty());
    }

    static Embedded open(Path file) {
        return open(file, Durability.REAL);
    }

    static Embedded open(Path file, Durability durability) {
        return new Embedded(file, WriterSettings.standard(), durability);
    }

    Commit append(Draft draft) {
        return ledger.appender().append(draft);
    }

    CompletableFuture<Commit> later(Draft draft) {
        return CompletableFuture.supplyAsync(() -> append(draft), callers);
    }

    /** Appends the drafts as one group behind {@code first}, which {@code held} keeps in its COMMIT until they wait. */
    List<CompletableFuture<Commit>> together(HeldCommit held, Draft first, List<Draft> drafts)
            throws InterruptedException {
        held.hold();
        var leading = later(first);
        held.awaitEntered();
        var following = drafts.stream().map(draft -> enqueued(draft)).toList();
        held.release();
        leading.join();
        return following;
    }

    /** In the queue when this returns, so that the order of drafts is the order of calls. */
    private CompletableFuture<Commit> enqueued(Draft draft) {
        double before = queued();
        var outcome = later(draft);
        Await.until("queued or done", () -> queued() != before || outcome.isDone());
        return outcome;
    }

    double queued() {
        return meters.get("soto.ledger.append.queue").gauge().value();
    }

    Tail verified() {
        return ChainVerifier.verify(ledger.reader());
    }

    @Override
    public void close() {
        ledger.close();
        callers.close();
    }

    /** Lets a test stand in the middle of a COMMIT. */
    static final class HeldCommit implements Durability {
        private volatile CountDownLatch entered = new CountDownLatch(0);
        private volatile CountDownLatch release = new CountDownLatch(0);

        void hold() {
            entered = new CountDownLatch(1);
            release = new CountDownLatch(1);
        }

        void awaitEntered() throws InterruptedException {
            entered.await();
        }

        void release() {
            release.countDown();
        }

        @Override
        public void commit(SqliteSession session) throws SQLException {
            entered.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new SQLException(e);
            }
            Durability.super.commit(session);
        }
    }
}
