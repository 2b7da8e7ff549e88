package vn.soto.ledger.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.LedgerException;

/**
 * A fixed number of sessions for reads. A platform thread reads by itself. A call into SQLite pins a virtual thread to
 * its carrier, so as many reading virtual threads as there are cores would block all others. Threads of the pool read
 * for those.
 */
final class ReaderPool implements AutoCloseable {

    private static final String CLOSED = "Sổ cái đã đóng. / The ledger is closed.";

    private final Path file;
    private final Consumer<LedgerException> onDamage;
    private final ExecutorService threads;
    private final int size;
    private final Semaphore places;
    private final BlockingQueue<SqliteSession> idle = new LinkedBlockingQueue<>();
    private volatile boolean closed;

    /** Proven once: the proof reads the whole file. */
    private volatile boolean damaged;

    /** @param onDamage told of each read that found the file to contradict itself */
    ReaderPool(Path file, int size, Consumer<LedgerException> onDamage) {
        this.file = file;
        this.onDamage = onDamage;
        this.size = size;
        this.places = new Semaphore(size);
        this.threads = Executors.newFixedThreadPool(
                size, Thread.ofPlatform().daemon().name("soto-reader-", 0).factory());
    }

    <T> T read(Reading<T> reading) {
        return Thread.currentThread().isVirtual() ? onAThread(reading) : here(reading);
    }

    private <T> T here(Reading<T> reading) {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        }
        try {
            if (closed) {
                throw unavailable(CLOSED, null);
            }
            return inSession(reading);
        } finally {
            places.release();
        }
    }

    private <T> T onAThread(Reading<T> reading) {
        return awaited(() -> threads.submit(() -> here(reading)).get());
    }

    /** Reads that virtual threads ask for at the same time, made together on a thread of the pool. */
    <A, R> GroupedReads<A, R> grouped(BiPredicate<A, A> together, Function<List<A>, Reading<List<R>>> pass) {
        return new GroupedReads<>(threads, together, asked -> here(pass.apply(asked)));
    }

    /** The result of a read on another thread. */
    @FunctionalInterface
    interface Awaited<T> {
        T get() throws ExecutionException, InterruptedException;
    }

    static <T> T awaited(Awaited<T> read) {
        try {
            return read.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof LedgerException known) {
                throw known;
            }
            throw cause instanceof RejectedExecutionException closed
                    ? unavailable(CLOSED, closed)
                    : new IllegalStateException("reading the ledger failed", cause);
        } catch (RejectedExecutionException e) {
            throw unavailable(CLOSED, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        }
    }

    private static LedgerException interrupted(InterruptedException e) {
        return unavailable("Việc đọc sổ cái bị ngắt. / Reading the ledger was interrupted.", e);
    }

    private <T> T inSession(Reading<T> reading) {
        try {
            SqliteSession session = idle.poll();
            session = session == null ? SqliteSession.reader(file) : session;
            boolean sound = false;
            try {
                T result = reading.in(session);
                sound = true;
                return result;
            } finally {
                // After a failure the session is dropped; the next read opens a new connection.
                if (!sound || !idle.offer(session)) {
                    session.close();
                }
            }
        } catch (SQLException e) {
            throw unreadable(e);
        } catch (LedgerException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new LedgerException.Damaged(
                    "Sổ cái có dòng không đọc được. / The ledger holds a row that makes no sense: " + e.getMessage(),
                    e);
        }
    }

    private LedgerException unreadable(SQLException failure) {
        SqliteFailure meaning = damaged ? SqliteFailure.of(failure) : SqliteFailure.of(failure, file);
        LedgerException why = meaning.unreadable(failure);
        if (meaning == SqliteFailure.DAMAGED) {
            damaged = true;
            onDamage.accept(why);
        }
        return why;
    }

    private static LedgerException unavailable(String message, @Nullable Exception cause) {
        return new LedgerException.Unavailable(message, Duration.ofSeconds(1), cause);
    }

    /** Waits for reads under way, then closes the sessions. */
    @Override
    public void close() {
        threads.close();
        closed = true;
        places.acquireUninterruptibly(size);
        places.release(size);
        for (SqliteSession session = idle.poll(); session != null; session = idle.poll()) {
            try {
                session.close();
            } catch (SQLException e) {
                throw SqliteFailure.unreadable(e, file);
            }
        }
    }

    @FunctionalInterface
    interface Reading<T> {
        T in(SqliteSession session) throws SQLException;
    }
}
