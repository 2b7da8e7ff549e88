package vn.soto.ledgerwriter.sqlite;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledger.Tail;
import vn.soto.ledger.sqlite.Anchor;
import vn.soto.ledger.sqlite.Columns;
import vn.soto.ledger.sqlite.CommitRow;
import vn.soto.ledger.sqlite.EventRow;
import vn.soto.ledger.sqlite.Layout;
import vn.soto.ledger.sqlite.OwnerFile;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledgerwriter.FileWatch;
import vn.soto.ledgerwriter.Sequencer;
import vn.soto.ledgerwriter.WrittenFile;
import vn.soto.ledgerwriter.sqlite.SqliteAggregateHeads.Stream;

/**
 * One open connection to the file and the state that is valid for it: tail, heads, sequencer. Discarded as a whole
 * after a failure.
 */
final class LedgerFile implements AutoCloseable {

    private static final String INSERT_STREAM = "INSERT INTO streams (id, name) VALUES (?, ?)";

    private final SqliteSession session;
    private final FileWatch watch;
    private final SqliteAggregateHeads streams;
    private final Sequencer sequencer;
    private Tail tail;

    private LedgerFile(SqliteSession session, FileWatch watch, SqliteAggregateHeads streams, Tail tail, Clock clock) {
        this.session = session;
        this.watch = watch;
        this.streams = streams;
        this.sequencer = new Sequencer(tail, streams, clock);
        this.tail = tail;
    }

    /**
     * Opens the file; creates it if absent. Throws {@code Damaged} if it lacks the commit that {@code reached} names.
     */
    static LedgerFile open(WrittenFile written, String origin, Anchor reached, Clock clock, int cachedStreams)
            throws SQLException {
        Path file = written.path();
        OwnerFile.create(file);
        SqliteSession session = SqliteSession.writer(file);
        try {
            Layout.prepare(session, file, origin);
            AnchorCheck.check(session, file, reached);
            SqliteAggregateHeads streams = new SqliteAggregateHeads(session, cachedStreams);
            return new LedgerFile(session, new FileWatch(written, true), streams, Layout.tail(session, origin), clock);
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    SqliteSession session() {
        return session;
    }

    FileWatch watch() {
        return watch;
    }

    /** What must not be acknowledged is saved as far as possible; see {@link FileWatch#save}. */
    LedgerException.Damaged save() {
        return watch.save(session);
    }

    /** Throws {@code Unavailable} while the clock is behind the last commit. */
    void checkClock() {
        sequencer.checkClock(tail);
    }

    Tail tail() {
        return tail;
    }

    /**
     * Begins a transaction and sequences the drafts in it; outside one, each read of the rules would acquire and
     * release the file's locks. The transaction stays open if there is something to write, and is rolled back
     * otherwise.
     */
    Group group(List<Draft> drafts) throws SQLException {
        boolean toWrite = false;
        session.prepared("BEGIN IMMEDIATE").execute();
        try {
            streams.prefetch(drafts);
            Group group = Group.of(sequencer.group(tail, drafts), streams);
            toWrite = !group.commits().isEmpty();
            return group;
        } catch (Sequencer.Unread e) {
            if (e.getCause() instanceof SQLException why) {
                throw why;
            }
            throw e;
        } finally {
            if (!toWrite) {
                session.prepared("ROLLBACK").execute();
            }
        }
    }

    /** Inserts the group's rows in the open transaction; the caller commits. */
    void insert(Group group) throws SQLException {
        insertStreams(group);
        PreparedStatement header = session.prepared(CommitRow.INSERT);
        PreparedStatement body = session.prepared(EventRow.INSERT);
        for (Commit commit : group.commits()) {
            CommitRow.bind(header, commit);
            header.addBatch();
            for (int i = 0; i < commit.events().size(); i++) {
                var event = commit.events().get(i);
                StreamPosition place = event.aggregate();
                Stream stream = place == null ? null : group.streams().get(place.id());
                EventRow.bind(body, commit.first() + i, commit.number(), event, stream == null ? null : stream.id());
                body.addBatch();
            }
        }
        header.executeBatch();
        body.executeBatch();
    }

    private void insertStreams(Group group) throws SQLException {
        PreparedStatement insert = session.prepared(INSERT_STREAM);
        for (var entry : group.streams().entrySet()) {
            if (entry.getValue().id() > streams.last()) {
                insert.setLong(1, entry.getValue().id());
                insert.setString(2, entry.getKey());
                insert.addBatch();
            }
        }
        insert.executeBatch();
    }

    void accept(Group group) {
        streams.accept(group.streams());
        tail = group.tail();
    }

    /**
     * Checkpoints and truncates the write-ahead log, so that no later recovery can apply a frame of a failed COMMIT.
     * False if a reader kept it from completing.
     */
    boolean emptyLog() throws SQLException {
        boolean emptied = session.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        return watch.confirmsWrite() && emptied;
    }

    /**
     * Writes the log into the file and syncs it; the next write begins the log anew. False if a reader kept it from
     * completing.
     */
    boolean checkpoint() throws SQLException {
        return session.number("PRAGMA wal_checkpoint(RESTART)") == 0;
    }

    boolean holds(Commit commit) throws SQLException {
        Optional<UUID> id = session.first(
                "SELECT id FROM commits WHERE number = ?", row -> Columns.uuid(row.getBytes(1)), commit.number());
        return id.equals(Optional.of(commit.id()));
    }

    @Override
    public void close() throws SQLException {
        session.close();
    }
}
