package vn.soto.ledgerwriter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.ledger.Hash;
import vn.soto.ledger.sqlite.Anchor;
import vn.soto.ledger.sqlite.OwnerFile;
import vn.soto.ledger.sqlite.SqliteSession;

/**
 * The last row that a store is known to hold, as its number and the hash of its text, beside the file. Rows are only
 * added, so a file that lacks it has lost some. SQLite notices neither that the write-ahead log is cut or gone, nor
 * that the file is an older or a new one. The anchor is written after the rows are durable: it may lag, and never
 * leads.
 */
public final class RowAnchor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RowAnchor.class);

    private final Path file;
    private final AnchoredRows rows;
    private FileChannel channel;
    private Anchor written = new Anchor(-1, Hash.sha256(new byte[0]));
    private long line;

    /** The anchor that could not be written yet. */
    private @Nullable Anchor unwritten;

    private RowAnchor(Path file, FileChannel channel, AnchoredRows rows) {
        this.file = file;
        this.channel = channel;
        this.rows = rows;
    }

    /**
     * The rows of a store.
     *
     * @param table  of the store
     * @param number the column that numbers its rows
     * @param text  the expression for what a row says and nobody changes
     * @param sync  whether each row is worth a sync; otherwise the anchor lags further after a loss of power
     */
    public record AnchoredRows(String table, String number, String text, boolean sync) {

        private long last(SqliteSession session) throws SQLException {
            return session.number("SELECT max(" + number + ") FROM " + table);
        }

        private Hash hash(SqliteSession session, long row) throws SQLException {
            return Hash.sha256(session.first(
                            "SELECT " + text + " FROM " + table + " WHERE " + number + " = ?",
                            found -> found.getString(1),
                            row)
                    .orElse("")
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * The rows that a store does not have.
     *
     * @param had  the number of the row that the anchor names
     * @param has  how many there are up to it
     * @param gone whether there is no file, or one without the table
     */
    public record Loss(long had, long has, boolean gone) {}

    /** {@code keys.anchor} of {@code keys.sqlite}: who moves the store away as {@code keys.sqlite*} leaves the anchor. */
    public static Path fileOf(Path store) {
        String name = store.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return store.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".anchor");
    }

    /**
     * The loss of a store whose last rows do not reach the row of its anchor; reads only. An anchor that says nothing
     * is told of.
     */
    public static Optional<Loss> loss(Path store, AnchoredRows rows) throws SQLException {
        Optional<Anchor> known = Anchor.readFile(fileOf(store));
        AnchorNotice.ifEmpty(fileOf(store));
        if (known.isEmpty() || known.get().number() == 0) {
            return Optional.empty();
        }
        Anchor anchor = known.get();
        long had = anchor.number();
        if (!Files.exists(store)) {
            return Optional.of(new Loss(had, 0, true));
        }
        try (SqliteSession session = SqliteSession.reader(store)) {
            if (session.number("SELECT count(*) FROM sqlite_schema WHERE name = ?", rows.table()) == 0) {
                return Optional.of(new Loss(had, 0, true));
            }
            return anchor.chain().equals(rows.hash(session, had))
                    ? Optional.empty()
                    : Optional.of(new Loss(
                            had,
                            session.number(
                                    "SELECT count(*) FROM " + rows.table() + " WHERE " + rows.number() + " <= ?", had),
                            false));
        }
    }

    /** Names the last row of a store whose rows are durable. */
    public static RowAnchor open(Path store, AnchoredRows rows, SqliteSession session) throws SQLException {
        Path file = fileOf(store);
        try {
            OwnerFile.create(file);
            RowAnchor anchor = new RowAnchor(file, FileChannel.open(file, StandardOpenOption.WRITE), rows);
            anchor.advance(session);
            // Without this a loss of power may leave it empty, or without its directory entry.
            anchor.channel.force(true);
            try (FileChannel folder = FileChannel.open(store.resolveSibling("."), StandardOpenOption.READ)) {
                folder.force(true);
            }
            return anchor;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names the last row; called once it is durable. */
    public synchronized void advance(SqliteSession session) throws SQLException {
        long last = rows.last(session);
        if (last != written.number()) {
            write(new Anchor(last, last == 0 ? Hash.sha256(new byte[0]) : rows.hash(session, last)));
        }
    }

    private void write(Anchor reached) {
        try {
            if (!channel.isOpen()) {
                // The thread of a request that was given up is interrupted, which closes the channel it writes to.
                channel = FileChannel.open(file, StandardOpenOption.WRITE);
            }
            channel.write(ByteBuffer.wrap(reached.line()), line * Anchor.LINE);
            if (rows.sync()) {
                channel.force(false);
            }
            written = reached;
            line = 1 - line;
            unwritten = null;
        } catch (IOException e) {
            if (unwritten == null) {
                LOG.warn("the anchor {} was not written; trying again: {}", file, e.toString());
            }
            unwritten = reached;
        }
    }

    /** Whether the last row could not be named and still cannot, which is tried. */
    public synchronized boolean isFailing() {
        if (unwritten != null) {
            write(unwritten);
        }
        return unwritten != null;
    }

    @Override
    public synchronized void close() throws IOException {
        if (!isFailing()) {
            channel.force(false);
        }
        channel.close();
    }
}
