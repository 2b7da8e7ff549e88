package vn.soto.privacy.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.person.Subject;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.privacy.StoredKey;
import vn.soto.privacy.SubjectKeyReader;

/**
 * Reads a key file that its writer has made, also while it is written, one read at a time. A platform thread reads by itself; for virtual
 * ones a thread does, because a call of SQLite holds their carrier.
 */
public final class SqliteSubjectKeyReader implements SubjectKeyReader, AutoCloseable {

    private final Path file;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("soto-keys-reader").factory());

    private final ReentrantLock lock = new ReentrantLock();

    /** The session of the holder of the {@link #lock} alone. */
    private @Nullable SqliteSession session;

    private boolean closed;

    private SqliteSubjectKeyReader(Path file) {
        this.file = file;
    }

    /** @throws LedgerException.Unavailable if it cannot be read, or is not there yet */
    public static SqliteSubjectKeyReader open(Path file) {
        SqliteSubjectKeyReader reader = new SqliteSubjectKeyReader(file.toAbsolutePath());
        try {
            var _ = reader.proof();
            return reader;
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    @Override
    public Map<Subject, StoredKey> find(Collection<Subject> subjects) {
        return read(opened -> KeyFile.find(opened, subjects));
    }

    @Override
    public SequencedMap<String, StoredKey> after(String name, int limit) {
        return read(opened -> KeyFile.after(opened, name, limit));
    }

    @Override
    public Optional<byte[]> proof() {
        return read(opened -> opened.first("SELECT proof FROM master", row -> row.getBytes(1)));
    }

    private <T> T read(Reading<T> reading) {
        return Thread.currentThread().isVirtual() ? onAThread(reading) : here(reading);
    }

    private <T> T onAThread(Reading<T> reading) {
        try {
            return thread.submit(() -> here(reading)).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw unavailable(e.getCause());
        } catch (RejectedExecutionException e) {
            throw unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        }
    }

    /** A wrong or damaged file says so; after any other failure the next read begins on a connection of its own. */
    private <T> T here(Reading<T> reading) {
        lock.lock();
        try {
            if (closed) {
                throw unavailable(null);
            }
            return reading.in(session());
        } catch (IllegalStateException | LedgerException.Damaged e) {
            throw e;
        } catch (SQLException | RuntimeException e) {
            drop();
            throw unavailable(e);
        } finally {
            lock.unlock();
        }
    }

    private SqliteSession session() throws SQLException {
        SqliteSession open = session;
        if (open == null) {
            open = SqliteSession.reader(file);
            session = open;
            KeyFile.check(open, file);
        }
        return open;
    }

    private void drop() {
        SqliteSession open = session;
        session = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                throw unavailable(e);
            }
        }
    }

    private static LedgerException unavailable(@Nullable Throwable cause) {
        return new LedgerException.Unavailable(
                "Không đọc được kho khóa. / The key store cannot be read.", Duration.ofSeconds(2), cause);
    }

    @Override
    public void close() {
        thread.close();
        lock.lock();
        try {
            closed = true;
            drop();
        } finally {
            lock.unlock();
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T in(SqliteSession session) throws SQLException;
    }
}
