package vn.soto.ledgerwriter.privacy;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import vn.soto.contracts.person.Subject;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.sqlite.OwnerFile;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.privacy.StoredKey;
import vn.soto.privacy.sqlite.KeyFile;

/**
 * Writes a key file. Concurrent creations share one transaction. A destroyed key is overwritten with zeros in place,
 * and the write-ahead log that held it is checkpointed and truncated before {@code destroy} returns.
 */
public final class SqliteSubjectKeys implements SubjectKeyWriter, AutoCloseable {

    private static final String INSERT =
            "INSERT INTO keys (subject, wrapped, since) VALUES (?, ?, ?) ON CONFLICT (subject) DO NOTHING";
    private static final String OVERWRITE =
            "UPDATE keys SET wrapped = zeroblob(60), since = ? WHERE subject = ? AND wrapped <> zeroblob(60)";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final SqliteSession session;
    private final Clock clock;
    private final Queue<PendingKeys> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    private SqliteSubjectKeys(SqliteSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** Opens the file; creates it, readable by its owner only, if absent. */
    public static SqliteSubjectKeys open(Path file, Clock clock) {
        Path absolute = file.toAbsolutePath();
        try {
            OwnerFile.create(absolute);
            OwnerFile.restrict(absolute);
            SqliteSession session = SqliteSession.writer(absolute);
            try {
                session.run("PRAGMA secure_delete=ON");
                KeyFile.prepare(session, absolute);
                return new SqliteSubjectKeys(session, clock);
            } catch (SQLException | RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    @Override
    public Map<Subject, StoredKey> createIfAbsent(Map<Subject, byte[]> wrapped) {
        PendingKeys mine = new PendingKeys(wrapped);
        waiting.add(mine);
        writing.lock();
        try {
            if (!mine.isDone()) {
                createWaiting();
            }
        } finally {
            writing.unlock();
        }
        return mine.result();
    }

    /** The caller that holds the lock writes the keys of all callers waiting for it. */
    private void createWaiting() {
        List<PendingKeys> group = new ArrayList<>();
        Set<Subject> subjects = new HashSet<>();
        for (PendingKeys next = waiting.poll(); next != null; next = waiting.poll()) {
            group.add(next);
            subjects.addAll(next.wrapped().keySet());
        }
        try {
            inTransaction(() -> {
                for (PendingKeys creation : group) {
                    insert(creation.wrapped());
                }
            });
            Map<Subject, StoredKey> stored = KeyFile.find(session, subjects);
            group.forEach(creation -> creation.done(stored));
        } catch (SQLException e) {
            LedgerException.Unavailable failure = unavailable(e);
            group.forEach(creation -> creation.failed(failure));
        }
    }

    private void insert(Map<Subject, byte[]> wrapped) throws SQLException {
        PreparedStatement insert = session.prepared(INSERT);
        String now = KeyFile.since(clock.instant());
        for (Map.Entry<Subject, byte[]> key : wrapped.entrySet()) {
            insert.setString(1, key.getKey().toString());
            insert.setBytes(2, key.getValue());
            insert.setString(3, now);
            insert.addBatch();
        }
        insert.executeBatch();
    }

    @Override
    public void destroy(Collection<Subject> subjects) {
        writing.lock();
        try {
            inTransaction(() -> {
                PreparedStatement overwrite = session.prepared(OVERWRITE);
                PreparedStatement insert = session.prepared(INSERT);
                String now = KeyFile.since(clock.instant());
                for (Subject subject : subjects) {
                    overwrite.setString(1, now);
                    overwrite.setString(2, subject.toString());
                    overwrite.addBatch();
                    insert.setString(1, subject.toString());
                    insert.setBytes(2, new byte[StoredKey.LENGTH]);
                    insert.setString(3, now);
                    insert.addBatch();
                }
                overwrite.executeBatch();
                insert.executeBatch();
            });
            emptyLog();
        } catch (SQLException e) {
            throw unavailable(e);
        } finally {
            writing.unlock();
        }
    }

    /** Until then the log holds earlier versions of the pages. */
    private void emptyLog() throws SQLException {
        if (session.number("PRAGMA wal_checkpoint(TRUNCATE)") != 0) {
            throw new SQLException("a reader did not leave in time, so the log could not be cut");
        }
    }

    @Override
    public byte[] proveIfAbsent(byte[] proof) {
        writing.lock();
        try {
            inTransaction(() -> {
                PreparedStatement insert =
                        session.prepared("INSERT INTO master (proof) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM master)");
                insert.setBytes(1, proof);
                insert.executeUpdate();
            });
            return session.first("SELECT proof FROM master", row -> row.getBytes(1))
                    .orElseThrow();
        } catch (SQLException e) {
            throw unavailable(e);
        } finally {
            writing.unlock();
        }
    }

    private void inTransaction(Work work) throws SQLException {
        session.run("BEGIN IMMEDIATE");
        try {
            work.run();
            session.run("COMMIT");
        } catch (SQLException e) {
            try {
                session.run("ROLLBACK");
            } catch (SQLException alreadyOver) {
                e.addSuppressed(alreadyOver);
            }
            throw e;
        }
    }

    private static LedgerException.Unavailable unavailable(SQLException cause) {
        return new LedgerException.Unavailable(
                "Không ghi được kho khóa. / The key store cannot be written: " + cause.getMessage(),
                RETRY_AFTER,
                cause);
    }

    @Override
    public void close() {
        writing.lock();
        try {
            session.close();
        } catch (SQLException e) {
            throw unavailable(e);
        } finally {
            writing.unlock();
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }
}
