package vn.soto.ledgerwriter.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.sqlite.Anchor;
import vn.soto.ledger.sqlite.Layout;
import vn.soto.ledger.sqlite.SqliteSession;

/** Refuses a file that lacks commits which its anchor says it held. */
final class AnchorCheck {

    private AnchorCheck() {}

    /**
     * Reads only: opening the file for writing would create or repair it and its log, and destroy what can still be
     * recovered.
     */
    static void checkUntouched(Path ledger, Anchor anchor) throws SQLException {
        if (anchor.number() == 0) {
            return;
        }
        if (!Files.exists(ledger)) {
            throw behind(ledger, anchor, 0);
        }
        try (SqliteSession session = SqliteSession.reader(ledger)) {
            if (Layout.isLedger(session)) {
                check(session, ledger, anchor);
            }
        }
    }

    static void check(SqliteSession session, Path ledger, Anchor anchor) throws SQLException {
        if (anchor.number() == 0) {
            return;
        }
        Optional<Hash> chain = session.first(
                "SELECT chain FROM commits WHERE number = ?", row -> Hash.of(row.getBytes(1)), anchor.number());
        if (chain.isEmpty()) {
            throw behind(ledger, anchor, session.number("SELECT max(number) FROM commits"));
        }
        if (!chain.get().equals(anchor.chain())) {
            throw damaged("""
                    Lần ghi %1$d trong sổ cái %2$s không phải lần ghi đã xác nhận. \
                    / Commit %1$d in the ledger %2$s is not the one that was acknowledged.""".formatted(anchor.number(), ledger), ledger);
        }
    }

    private static LedgerException behind(Path ledger, Anchor anchor, long last) {
        return damaged("""
                Sổ cái %1$s chỉ còn đến lần ghi %2$d, nhưng đã xác nhận đến lần ghi %3$d: mất các lần ghi %4$d-%3$d. \
                / The ledger %1$s ends at commit %2$d, but commits up to %3$d were acknowledged: %4$d-%3$d are missing.""".formatted(ledger, last, anchor.number(), last + 1), ledger);
    }

    private static LedgerException damaged(String what, Path ledger) {
        String wayOut = """
                 Hãy phục hồi bản sao lưu; hoặc chạy deploy/bin/verify %1$s, rồi xoá tệp neo %2$s nếu chấp nhận mất các \
                lần ghi đó. / Restore the backup; or run deploy/bin/verify %1$s, then remove the anchor file %2$s, \
                knowing that those commits are lost.""".formatted(ledger, Anchor.fileOf(ledger));
        return new LedgerException.Damaged(what + " " + wayOut.strip(), null);
    }
}
