package vn.soto.ledgerwriter.privacy;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.sqlite.Anchor;
import vn.soto.ledger.sqlite.OwnerFile;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledgerwriter.AnchorNotice;

/**
 * The last row that a key file is known to hold, as its number and the hash of its subject, beside the file. Rows are only
 * added, so a file that lacks it has lost keys, which SQLite does not notice: a write-ahead log that is cut or gone, an older
 * file, or a new one. It is written after the keys are durable: it may lag, and never leads.
 */
final class KeyAnchor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeyAnchor.class);

    private final FileChannel channel;
    private Anchor written;
    private long line;
    private boolean failing;

    private KeyAnchor(FileChannel channel, Anchor written) {
        this.channel = channel;
        this.written = written;
    }

    /** {@code keys.anchor} of {@code keys.sqlite}: who moves the store away as {@code keys.sqlite*} leaves the anchor. */
    static Path fileOf(Path keys) {
        String name = keys.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return keys.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".anchor");
    }

    /** Refuses a file that lacks the row the anchor names; reads only. An anchor that says nothing is told of. */
    static void check(Path keys) throws SQLException {
        Optional<Anchor> known = Anchor.readFile(fileOf(keys));
        AnchorNotice.ifEmpty(fileOf(keys));
        if (known.isEmpty() || known.get().number() == 0) {
            return;
        }
        Anchor anchor = known.get();
        if (!Files.exists(keys)) {
            throw lost(keys, anchor, 0);
        }
        try (SqliteSession session = SqliteSession.reader(keys)) {
            boolean none = session.number("SELECT count(*) FROM sqlite_schema WHERE name = 'keys'") == 0;
            if (none) {
                throw lost(keys, anchor, 0);
            }
            if (!anchor.chain().equals(chain(session, anchor.number()))) {
                throw lost(keys, anchor, session.number("SELECT count(*) FROM keys WHERE id <= ?", anchor.number()));
            }
        }
    }

    static KeyAnchor open(Path keys, SqliteSession session) throws SQLException {
        Path file = fileOf(keys);
        try {
            OwnerFile.create(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            KeyAnchor anchor = new KeyAnchor(channel, new Anchor(-1, Hash.sha256(new byte[0])));
            anchor.advance(session);
            // Without this a loss of power may leave it empty, or without its directory entry.
            channel.force(true);
            try (FileChannel folder = FileChannel.open(keys.resolveSibling("."), StandardOpenOption.READ)) {
                folder.force(true);
            }
            return anchor;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names the last row; called once it is durable. Not synced but when it is made: after a loss of power it may lag further. */
    void advance(SqliteSession session) throws SQLException {
        long last = session.number("SELECT max(id) FROM keys");
        if (last == written.number()) {
            return;
        }
        Anchor reached = new Anchor(last, last == 0 ? Hash.sha256(new byte[0]) : chain(session, last));
        try {
            channel.write(ByteBuffer.wrap(reached.line()), line * Anchor.LINE);
            written = reached;
            line = 1 - line;
            failing = false;
        } catch (IOException e) {
            if (!failing) {
                LOG.warn("the anchor of the keys was not written; trying again: {}", e.toString());
            }
            failing = true;
        }
    }

    private static Hash chain(SqliteSession session, long row) throws SQLException {
        return Hash.sha256(session.first("SELECT subject FROM keys WHERE id = ?", found -> found.getString(1), row)
                .orElse("")
                .getBytes(StandardCharsets.UTF_8));
    }

    private static LedgerException lost(Path keys, Anchor anchor, long rows) {
        return new LedgerException.Damaged("""
                Kho khóa %1$s thiếu khóa: từng có %2$d, nay còn %3$d trong số đó; tên của những người mất khóa không đọc được nữa. \
                Hãy đặt lại đúng các tệp keys.sqlite và keys.sqlite-wal, hoặc phục hồi bản sao lưu mới nhất của kho khóa; nếu chấp \
                nhận mất, chuyển tệp %4$s đi nơi khác rồi khởi động lại. / The key store %1$s lacks keys: it had %2$d, and has %3$d \
                of them; the names of those without a key cannot be read. Put the right files keys.sqlite and keys.sqlite-wal back, \
                or restore the latest backup of the key store; if the loss is accepted, move the file %4$s away and start \
                again.""".formatted(keys, anchor.number(), rows, fileOf(keys)), null);
    }

    @Override
    public void close() throws IOException {
        channel.force(false);
        channel.close();
    }
}
