package vn.soto.ledgerwriter.sqlite;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
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

    private static final String SCHEMA = "PRAGMA schema_version";

    /** How many rows each table holds behind a commit, a position and a stream. */
    private static final String BEHIND = "SELECT (SELECT count(*) FROM commits WHERE number > ?),"
            + " (SELECT count(*) FROM events WHERE position >= ?), (SELECT count(*) FROM streams WHERE id > ?)";

    private static final String INSERT_STREAM = "INSERT INTO streams (id, name) VALUES (?, ?)";

    private final SqliteSession session;
    private final FileWatch watch;
    private final SqliteAggregateHeads streams;
    private final Sequencer sequencer;
    private final Path file;

    /** SQLite raises it with every change of a table, an index, a view or a trigger. */
    private long schema;

    private Tail tail;

    private LedgerFile(
            Path file, SqliteSession session, FileWatch watch, SqliteAggregateHeads streams, Tail tail, Clock clock)
            throws SQLException {
        this.file = file;
        this.session = session;
        this.schema = session.number(SCHEMA);
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
            return new LedgerFile(
                    file, session, new FileWatch(written), streams, Layout.soundTail(session, origin), clock);
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

    /** Saves as far as possible the data that must not be acknowledged; see {@link FileWatch#save}. */
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
            checkSchema();
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

    /** Others can change the schema while this process writes. */
    private void checkSchema() throws SQLException {
        long now = session.number(SCHEMA);
        if (now != schema) {
            Layout.requireOwn(session, file);
            schema = now;
        }
    }

    /**
     * Inserts the group's rows in the open transaction; the caller commits. Throws {@code Damaged}, with nothing written, if the
     * file does not hold them then: a trigger can swallow a row without an error.
     */
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
        boolean taken = allTaken(header) && allTaken(body);
        if (!taken || !isReadBack(group)) {
            throw swallowed();
        }
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
        if (!allTaken(insert)) {
            throw swallowed();
        }
    }

    /** Whether each statement of the batch has inserted its row. */
    private static boolean allTaken(PreparedStatement batch) throws SQLException {
        return Arrays.stream(batch.executeBatch()).allMatch(rows -> rows == 1);
    }

    /** Whether the transaction ends with the group's last commit, and holds as many rows behind the tail as were inserted. */
    private boolean isReadBack(Group group) throws SQLException {
        Tail end = group.tail();
        long added = group.streams().values().stream()
                .filter(stream -> stream.id() > streams.last())
                .count();
        return Layout.tail(session, "").equals(end)
                && session.first(
                                BEHIND,
                                row -> row.getLong(1) == group.commits().size()
                                        && row.getLong(2) == end.next() - tail.next()
                                        && row.getLong(3) == added,
                                tail.number(),
                                tail.next(),
                                streams.last())
                        .orElse(false);
    }

    private LedgerException swallowed() throws SQLException {
        session.prepared("ROLLBACK").execute();
        return new LedgerException.Damaged("""
                Sổ cái %1$s không giữ những gì vừa ghi vào nó; chưa ghi gì. Hãy dừng chương trình, sao chép cả thư mục dữ liệu, \
                rồi chạy deploy/bin/verify %1$s. / The ledger %1$s does not hold what was just inserted; nothing was written. \
                Stop the product, copy the data folder away, then run deploy/bin/verify %1$s.""".formatted(file), null);
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
        return copied("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /**
     * Writes the log into the file and syncs it; the next write begins the log anew. False if a reader kept it from
     * completing.
     */
    boolean checkpoint() throws SQLException {
        return copied("PRAGMA wal_checkpoint(RESTART)");
    }

    private boolean copied(String checkpoint) throws SQLException {
        boolean whole;
        boolean in;
        try {
            whole = session.number(checkpoint) == 0;
        } finally {
            in = watch.confirmsWrite();
        }
        return in && whole;
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
