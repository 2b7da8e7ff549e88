package vn.soto.ledger.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A long read of a file, in a session of its own. It keeps the write-ahead log from being cut; it makes way for {@link #without what}
 * cuts it, and then begins again. One at a time. Thread-safe.
 */
public final class LongRead implements AutoCloseable {

    /** An interrupt that comes between two statements ends none. */
    private static final long AGAIN_MILLIS = 10;

    private final Path file;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable SqliteSession session;
    private int awaited;
    private boolean closed;

    public LongRead(Path file) {
        this.file = file;
    }

    /**
     * The first fault that a second look of SQLite confirms, in a session of its own and while every byte can be read.
     * Empty if there is none, or if this is closed meanwhile.
     */
    public Optional<String> complaint() throws SQLException {
        if (look().isEmpty()) {
            return Optional.empty();
        }
        DamageProof.requireReadable(file);
        Optional<String> again = look();
        DamageProof.requireReadable(file);
        return again;
    }

    private Optional<String> look() throws SQLException {
        return read(own -> StructureCheck.complaint(own, file)).flatMap(found -> found);
    }

    /** Empty if this is closed meanwhile. */
    public <T> Optional<T> read(Reading<T> reading) throws SQLException {
        for (SqliteSession own = begun(); own != null; own = begun()) {
            try {
                return Optional.of(reading.of(own));
            } catch (SQLException e) {
                if (!isAwaited()) {
                    throw e;
                }
            } finally {
                end(own);
            }
        }
        return Optional.empty();
    }

    private @Nullable SqliteSession begun() throws SQLException {
        lock.lock();
        try {
            while (!closed && (awaited > 0 || session != null)) {
                changed.awaitUninterruptibly();
            }
            session = closed ? null : SqliteSession.reader(file);
            return session;
        } finally {
            lock.unlock();
        }
    }

    private boolean isAwaited() {
        lock.lock();
        try {
            return closed || awaited > 0;
        } finally {
            lock.unlock();
        }
    }

    /** Nobody interrupts a session that is closed. */
    private void end(SqliteSession own) throws SQLException {
        lock.lock();
        try {
            session = null;
            changed.signalAll();
            own.close();
        } finally {
            lock.unlock();
        }
    }

    /** Does the work while nothing is read. */
    public void without(SqliteSession.Work work) throws SQLException {
        lock.lock();
        awaited++;
        try {
            endReading();
            work.run();
        } finally {
            awaited--;
            changed.signalAll();
            lock.unlock();
        }
    }

    private void endReading() throws SQLException {
        boolean interrupted = false;
        for (SqliteSession running = session; running != null; running = session) {
            running.interrupt();
            try {
                var _ = changed.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends a read that is under way, so that whoever closes the file then is the last. */
    @Override
    public void close() throws SQLException {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            endReading();
        } finally {
            lock.unlock();
        }
    }

    /** A read in a session. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(SqliteSession session) throws SQLException;
    }
}
