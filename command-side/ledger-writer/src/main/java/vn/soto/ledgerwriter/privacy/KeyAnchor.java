package vn.soto.ledgerwriter.privacy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledgerwriter.RowAnchor;

/** The anchor of a key file: its last row, by the subject. */
final class KeyAnchor {

    /** Synced when it is made and when it is closed. */
    private static final RowAnchor.AnchoredRows KEYS = new RowAnchor.AnchoredRows("keys", "id", "subject", false);

    private KeyAnchor() {}

    /** Refuses a file that lacks the row the anchor names; reads only. */
    static void check(Path keys) throws SQLException {
        Optional<RowAnchor.Loss> loss = RowAnchor.loss(keys, KEYS);
        if (loss.isPresent()) {
            throw lost(keys, loss.get());
        }
    }

    static RowAnchor open(Path keys, SqliteSession session) throws SQLException {
        return RowAnchor.open(keys, KEYS, session);
    }

    private static LedgerException lost(Path keys, RowAnchor.Loss loss) {
        return new LedgerException.Damaged("""
                Kho khóa %1$s thiếu khóa: từng có %2$d, nay còn %3$d trong số đó; tên của những người mất khóa không đọc được nữa. \
                Hãy đặt lại đúng các tệp keys.sqlite và keys.sqlite-wal, hoặc phục hồi bản sao lưu mới nhất của kho khóa; nếu chấp \
                nhận mất, chuyển tệp %4$s đi nơi khác rồi khởi động lại. / The key store %1$s lacks keys: it had %2$d, and has %3$d \
                of them; the names of those without a key cannot be read. Put the right files keys.sqlite and keys.sqlite-wal back, \
                or restore the latest backup of the key store; if the loss is accepted, move the file %4$s away and start \
                again.""".formatted(keys, loss.had(), loss.has(), RowAnchor.fileOf(keys)), null);
    }
}
