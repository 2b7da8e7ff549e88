package vn.soto.allinone.account;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledgerwriter.RowAnchor;

/** The anchor of the accounts file: its last change that somebody was told of, by what its history says. */
final class AccountsAnchor {

    private static final RowAnchor.AnchoredRows CHANGES =
            new RowAnchor.AnchoredRows("history", "id", "at || ' ' || by || ' ' || action || ' ' || account", true);

    private AccountsAnchor() {}

    /**
     * The remedy for a file that lacks the change which its anchor names, or whose anchor cannot be read; reads only.
     *
     * @throws AccountsUnwritableException with the same, if there is no file or an empty one. Nobody could sign in, and
     *                                     the rest of it stays as it is.
     */
    static Optional<String> loss(Path accounts) throws SQLException {
        Optional<RowAnchor.Loss> loss;
        try {
            loss = RowAnchor.loss(accounts, CHANGES);
        } catch (LedgerException.Damaged e) {
            return Optional.of(text(accounts, "có tệp neo không đọc được", "has an anchor that cannot be read"));
        }
        if (loss.isEmpty()) {
            return Optional.empty();
        }
        if (loss.get().gone()) {
            throw new AccountsUnwritableException(
                    text(accounts, "không còn, hoặc trống", "is missing or empty"), new IOException("no accounts"));
        }
        return Optional.of(text(
                accounts,
                "thiếu thay đổi thứ %d đã từng ghi, vì là bản cũ hơn hoặc của nơi khác"
                        .formatted(loss.get().had()),
                "lacks change %d, which it had: it is an older copy, or another one"
                        .formatted(loss.get().had())));
    }

    /** Of a file whose changes are durable. */
    static RowAnchor open(Path accounts, SqliteSession session) throws SQLException {
        return RowAnchor.open(accounts, CHANGES, session);
    }

    private static String text(Path accounts, String vietnamese, String english) {
        return """
                Tệp tài khoản %1$s %2$s; một mật khẩu mới có thể đã mất, nên chưa nhận thay đổi nào về tài khoản, và ai đã được đặt lại \
                mật khẩu mà tệp không có thì bị khóa. Hãy dừng chương trình và đặt lại đúng các tệp accounts.sqlite và accounts.sqlite-wal; hoặc đặt tài khoản của bản sao lưu mới nhất, hay chấp \
                nhận tệp hiện có, và chuyển tệp %4$s đi nơi khác; rồi khởi động lại. / The file of accounts %1$s %3$s; a new password may \
                be lost, so no change of accounts is taken, and whoever had a reset that it lacks is locked. Stop the product and put the \
                right files accounts.sqlite and accounts.sqlite-wal back; or put the accounts of the latest backup there, or accept what is there, and move the file \
                %4$s away; then start again.""".formatted(accounts, vietnamese, english, RowAnchor.fileOf(accounts));
    }
}
