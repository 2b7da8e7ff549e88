package vn.soto.ledgerwriter.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import vn.soto.contracts.person.Subject;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.sqlite.LongRead;
import vn.soto.ledger.sqlite.OwnerFile;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledger.sqlite.StoreWrites;
import vn.soto.ledgerwriter.FileWatch;
import vn.soto.ledgerwriter.RowAnchor;
import vn.soto.ledgerwriter.WriterHealth;
import vn.soto.ledgerwriter.WrittenFile;
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

    private final WrittenFile file;
    private final SqliteSession session;
    private final LongRead whole;
    private final FileWatch watch;
    private final RowAnchor anchor;
    private final Clock clock;
    private final WriterHealth health = new WriterHealth(RETRY_AFTER);
    private final Queue<PendingKeys> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();
    private long missing;

    /** SQLite changes it with each write of somebody else. */
    private long seen = -1;

    private SqliteSubjectKeys(WrittenFile file, SqliteSession session, RowAnchor anchor, Clock clock) {
        this.file = file;
        this.session = session;
        this.whole = new LongRead(file.path());
        this.watch = new FileWatch(file);
        this.anchor = anchor;
        this.clock = clock;
    }

    /**
     * Opens the file; creates it, readable by its owner only, if absent. Throws {@code Damaged} if it lacks keys that its
     * anchor says it held.
     */
    public static SqliteSubjectKeys open(Path path, Clock clock) {
        Path absolute = path.toAbsolutePath();
        WrittenFile file = WrittenFile.keys(absolute, RETRY_AFTER);
        try {
            KeyAnchor.check(absolute);
            OwnerFile.create(absolute);
            OwnerFile.restrict(absolute);
            SqliteSession session = SqliteSession.writer(absolute);
            try {
                session.run("PRAGMA secure_delete=ON");
                KeyFile.prepare(session, absolute);
                // A killed process may have left keys that can be read but were never synced.
                session.run("PRAGMA wal_checkpoint(RESTART)");
                return new SqliteSubjectKeys(file, session, KeyAnchor.open(absolute, session), clock);
            } catch (SQLException | RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (SQLException | UncheckedIOException e) {
            throw file.notWritten(e);
        }
    }

    /** For a look at the whole file, which {@link #destroy} does not wait for. */
    public LongRead whole() {
        return whole;
    }

    /** Ends all writing: a look at the whole file found that it contradicts itself. */
    public void contradicts(String complaint) {
        health.found(file.damaged(new SQLException(complaint)));
    }

    /** The trouble that keeps the file from being written, if any; a fault that may be over is tried first. */
    public Optional<WriterHealth.Trouble> trouble() {
        writing.lock();
        try {
            if (!health.isFinal() && watch.isReplaced()) {
                health.found(watch.save(session));
            } else if (health.isTrialDue()) {
                written(() -> StoreWrites.touch(file.path(), session));
            }
        } catch (LedgerException stillSo) {
            // health has it
        } finally {
            writing.unlock();
        }
        return health.trouble();
    }

    /** Whether the anchor cannot be written, so that a loss of the last keys would not be noticed. */
    public boolean isAnchorFailing() {
        return anchor.isFailing();
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
            Map<Subject, StoredKey> stored = written(
                    () -> {
                        for (PendingKeys creation : group) {
                            insert(creation.wrapped());
                        }
                    },
                    () -> allOf(subjects));
            group.forEach(creation -> creation.done(stored));
        } catch (LedgerException e) {
            group.forEach(creation -> creation.failed(e));
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
            written(
                    () -> {
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
                    },
                    () -> {
                        requireDestroyed(subjects);
                        return emptied();
                    });
        } finally {
            writing.unlock();
        }
    }

    /** A trigger could have swallowed a row without an error. */
    private Map<Subject, StoredKey> allOf(Set<Subject> subjects) throws SQLException {
        Map<Subject, StoredKey> now = KeyFile.find(session, subjects);
        if (now.size() < subjects.size()) {
            throw new SQLException("the file did not take a key; look for a trigger");
        }
        return now;
    }

    /** A trigger could have swallowed a statement without an error. */
    private void requireDestroyed(Collection<Subject> subjects) throws SQLException {
        Map<Subject, StoredKey> now = KeyFile.find(session, subjects);
        if (!subjects.stream().allMatch(subject -> now.get(subject) instanceof StoredKey.Destroyed)) {
            throw new SQLException("the file still holds a key that was overwritten");
        }
    }

    /** Until then the log holds earlier versions of the pages. */
    private boolean emptied() throws SQLException {
        whole.without(() -> {
            if (session.number("PRAGMA wal_checkpoint(TRUNCATE)") != 0) {
                throw new SQLException("a reader did not leave in time, so the log could not be cut");
            }
        });
        return true;
    }

    @Override
    public byte[] proveIfAbsent(byte[] proof) {
        writing.lock();
        try {
            return written(
                    () -> {
                        PreparedStatement insert = session.prepared(
                                "INSERT INTO master (proof) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM master)");
                        insert.setBytes(1, proof);
                        insert.executeUpdate();
                    },
                    () -> session.first("SELECT proof FROM master", row -> row.getBytes(1))
                            .orElseThrow(
                                    () -> new SQLException("the file did not take the proof; look for a trigger")));
        } finally {
            writing.unlock();
        }
    }

    /** Rows are numbered without a gap. They are counted again once somebody else has written the file. */
    @Override
    public long missing() {
        writing.lock();
        try {
            long now = session.number("PRAGMA data_version");
            if (now != seen) {
                missing = session.number("SELECT coalesce(max(id), 0) - count(*) FROM keys");
                seen = now;
            }
            return missing;
        } catch (SQLException e) {
            throw file.notWritten(e);
        } finally {
            writing.unlock();
        }
    }

    private void written(SqliteSession.Work work) {
        var _ = written(work, () -> true);
    }

    /**
     * Does the work in one transaction, and returns what the file then says. Nothing is acknowledged of a file that is not
     * the one at the path.
     */
    private <T> T written(SqliteSession.Work work, ResultOf<T> answer) {
        if (health.isFinal()) {
            WriterHealth.Trouble why = health.trouble().orElseThrow();
            throw new LedgerException.Damaged(why.message(), why.fault(), null);
        }
        try {
            if (watch.isReplaced()) {
                throw watch.save(session);
            }
            session.inTransaction(work);
            T result = answer.get();
            if (!watch.confirmsWrite()) {
                throw watch.save(session);
            }
            anchor.advance(session);
            health.works();
            return result;
        } catch (SQLException e) {
            // A copy of the log that failed may have written some pages.
            var _ = watch.confirmsWrite();
            throw noted(file.notWritten(e));
        } catch (LedgerException.Damaged e) {
            throw noted(e);
        }
    }

    private LedgerException noted(LedgerException why) {
        health.refused(why);
        return why;
    }

    @Override
    public void close() {
        writing.lock();
        try {
            whole.close();
            anchor.close();
            session.close();
        } catch (SQLException | IOException e) {
            throw file.notWritten(e);
        } finally {
            writing.unlock();
        }
    }

    @FunctionalInterface
    private interface ResultOf<T> {
        T get() throws SQLException;
    }
}
