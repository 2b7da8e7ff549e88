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
        if (session.number("PRAGMA user_version") > version) {
            throw new WrongLedgerException("""
                    Sổ cái %s do một phiên bản mới hơn của Sổ Tổ ghi; hãy chạy phiên bản đó. \
                    / Ledger %s was written by a newer version of Sổ Tổ; run that version.""".formatted(file, file));
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
