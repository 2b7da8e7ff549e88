package vn.soto.ledger.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;

/** Tells whether a file is the ledger that was asked for; the messages are read by whoever starts the product. */
final class Identity {

    private static final String DEMO = "demo/";

    private Identity() {}

    static void check(SqliteSession session, Path file, int version) throws SQLException {
        if (!Layout.isLedger(session)) {
            throw new WrongLedger(
                    "Tệp %s không phải là sổ cái của Sổ Tổ. / File %s is not a ledger of Sổ Tổ.".formatted(file, file));
        }
        if (session.number("PRAGMA user_version") > version) {
            throw new WrongLedger("""
                    Sổ cái %s do một phiên bản mới hơn của Sổ Tổ ghi; hãy chạy phiên bản đó. \
                    / Ledger %s was written by a newer version of Sổ Tổ; run that version.""".formatted(file, file));
        }
    }

    static WrongLedger older(Path file) {
        return new WrongLedger("""
                Sổ cái %s do một phiên bản cũ hơn ghi; hãy khởi động phía ghi trước để nâng cấp. \
                / Ledger %s was written by an older version; start the command side first, it upgrades the file.""".formatted(file, file));
    }

    static void expect(String origin, String stored, Path file) {
        if (stored.equals(origin)) {
            return;
        }
        String reason;
        if (stored.startsWith(DEMO) && !origin.startsWith(DEMO)) {
            reason = "Đây là sổ thử nghiệm, hệ thống chính thức không mở. / "
                    + "It is a demonstration ledger; a production system does not open it.";
        } else if (origin.startsWith(DEMO) && !stored.startsWith(DEMO)) {
            reason = "Đây là sổ chính thức, bản thử nghiệm không mở. / "
                    + "It is a production ledger; a demonstration does not open it.";
        } else {
            reason = "Hãy kiểm tra đường dẫn và tên sổ trong cấu hình. / "
                    + "Check the path and the ledger's name in the configuration.";
        }
        throw new WrongLedger(
                "Tệp %s là sổ cái \"%s\", không phải \"%s\". / File %s is the ledger \"%s\", not \"%s\". %s"
                        .formatted(file, stored, origin, file, stored, origin, reason));
    }
}
