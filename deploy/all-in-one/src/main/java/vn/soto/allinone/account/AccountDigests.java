package vn.soto.allinone.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.soto.contracts.access.AccountId;
import vn.soto.ledger.sqlite.RowDigest;
import vn.soto.ledger.sqlite.SqliteSession;

/**
 * The digest beside each account, over its values, its sessions that signed out and its history. A row, an older one put
 * back, and an entry that was changed or removed do not match it. One that is wrong stays wrong, whatever is written
 * about the account, until its values are put in anew. A restore leaves it as it is.
 */
final class AccountDigests {

    private static final int DIGESTED = 13;

    private static final String ROWS = """
            SELECT id, login, password, one_time, role, locked, epoch %% 1000000, factor, factor_confirmed, factor_step, recovery,
              (SELECT group_concat(s.session || ' ' || s.until) FROM
                (SELECT session, until FROM signed_out WHERE account = accounts.id ORDER BY session) s),
              (SELECT group_concat(h.id || ' ' || h.at || ' ' || h.by || ' ' || h.action) FROM
                (SELECT id, at, by, action FROM history WHERE account = accounts.id ORDER BY %s) h),
              digest FROM accounts""";

    private static final String ALL = ROWS.formatted("id");

    /** With the last entry of the history alone. */
    static final String OF_VERSION_3 = ROWS.formatted("id DESC LIMIT 1");

    private AccountDigests() {}

    /** The accounts that are not as this program wrote them: changed, added or removed by something else. */
    static Set<AccountId> altered(SqliteSession session) throws SQLException {
        Set<AccountId> altered = new LinkedHashSet<>(session.list(
                "SELECT DISTINCT account FROM history WHERE action IN ('CREATED', 'TAKEN_OVER')"
                        + " AND account NOT IN (SELECT id FROM accounts)",
                row -> AccountsTable.id(row, 1)));
        session.list(ALL, row -> isRight(row) ? Optional.<AccountId>empty() : Optional.of(AccountsTable.id(row, 1)))
                .forEach(found -> found.ifPresent(altered::add));
        return altered;
    }

    private static boolean isRight(ResultSet row) throws SQLException {
        return RowDigest.of(row, DIGESTED).equals(row.getString(DIGESTED + 1));
    }

    private static boolean isRight(SqliteSession session, String rows, String account) throws SQLException {
        return session.first(rows + " WHERE id = ?", AccountDigests::isRight, account)
                .orElse(false);
    }

    /** Notes what an account is now. */
    static void seal(SqliteSession session, String account) throws SQLException {
        Optional<String> digest = session.first(ALL + " WHERE id = ?", row -> RowDigest.of(row, DIGESTED), account);
        if (digest.isPresent()) {
            AccountsTable.put(session, "UPDATE accounts SET digest = ? WHERE id = ?", digest.get(), account);
        }
    }

    /** Does work, and then notes what those accounts are that were right before it. */
    static void keeping(SqliteSession session, Collection<String> accounts, SqliteSession.Work work)
            throws SQLException {
        List<String> right = new ArrayList<>();
        for (String account : accounts) {
            if (isRight(session, ALL, account)) {
                right.add(account);
            }
        }
        work.run();
        for (String account : right) {
            seal(session, account);
        }
    }

    /**
     * From an earlier version.
     *
     * @param version 3, or one before, which had no digests: what was changed before is taken for right
     */
    static void upgrade(SqliteSession session, long version) throws SQLException {
        for (String account : session.list("SELECT id FROM accounts", row -> row.getString(1))) {
            if (version < 3 || isRight(session, OF_VERSION_3, account)) {
                seal(session, account);
            }
        }
    }
}
