package vn.soto.ledger.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import vn.soto.ledger.WrongLedgerException;

/** Tells whether a file is the ledger that was asked for; the messages are read by whoever starts the product. */
final class Identity {

    private Identity() {}

    static void check(SqliteSession session, Path file, int version) throws SQLException {
        if (!Layout.isLedger(session)) {
            throw new WrongLedgerException(
                    "Tệp %s không phải là sổ cái của Sổ Tổ. / File %s is not a ledger of Sổ Tổ.".formatted(file, file));
        }
        if (Layout.version(session) > version) {
            throw new WrongLedgerException("""
                    Sổ cái %s do một phiên bản mới hơn của Sổ Tổ ghi; hãy chạy phiên bản đó. \
                    / Ledger %s was written by a newer version of Sổ Tổ; run that version.""".formatted(file, file));
        }
    }

    /** Refuses to write what a program of a later generation has written, with events that this one does not know. */
    static void checkGeneration(SqliteSession session, Path file) throws SQLException {
        long oldest = Layout.oldestProgram(session);
        if (oldest > Layout.GENERATION) {
            throw new WrongLedgerException("""
                    Sổ cái %1$s đã được ghi bằng một phiên bản mới hơn của Sổ Tổ; chỉ chương trình từ thế hệ %2$d trở lên mới ghi tiếp được, \
                    chương trình này thuộc thế hệ %3$d. Hãy chạy phiên bản mới hơn, hoặc phục hồi bản sao lưu từ trước đó. \
                    / Ledger %1$s was written by a newer version of Sổ Tổ; only programs from generation %2$d on may go on with it, and this \
                    one is of generation %3$d. Run the newer version, or restore a backup from before.""".formatted(file, oldest, Layout.GENERATION));
        }
    }

    static WrongLedgerException older(Path file) {
        return new WrongLedgerException("""
                Sổ cái %s do một phiên bản cũ hơn ghi; hãy khởi động phía ghi trước để nâng cấp. \
                / Ledger %s was written by an older version; start the command side first, it upgrades the file.""".formatted(file, file));
    }

    static void expect(String origin, String stored, Path file) {
        if (!stored.equals(origin)) {
            throw WrongLedgerException.other("Tệp " + file, "File " + file, stored, origin);
        }
    }
}
