package vn.soto.allinone.account;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Role;
import vn.soto.ledger.sqlite.RowDigest;
import vn.soto.ledger.sqlite.Schema;
import vn.soto.ledger.sqlite.SqliteSession;

/** The layout of the accounts file, and its rows. */
final class AccountsTable {

    /** "SOTA". */
    private static final int APPLICATION = 0x534F5441;

    private static final int VERSION = 5;

    private static final String SIGNED_OUT = """
            CREATE TABLE signed_out (
              session TEXT NOT NULL,
              account TEXT NOT NULL,
              until   INTEGER NOT NULL,
              PRIMARY KEY (account, session)
            ) STRICT""";
    private static final String COLUMNS =
            "id, login, password, one_time, role, locked, epoch, factor, factor_confirmed, factor_step, recovery";
    /** By so much a restore raises the epoch of each account, which ends its sessions. */
    static final int RESTORED = 1_000_000;

    private static final String DEVICES = "device, account, proven, pin, epoch, wrong, told";
    private static final int OF_A_DEVICE = 7;
    private static final String PUT_DEVICE =
            "INSERT OR REPLACE INTO devices (" + DEVICES + ", digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String PUT =
            "INSERT OR REPLACE INTO accounts (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String ADD = "INSERT INTO accounts (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String LOG = "INSERT INTO history (at, by, action, account) VALUES (?, ?, ?, ?)";

    private AccountsTable() {}

    /** @throws AccountsUnwritableException if the file is another program's or a newer version's */
    static void prepare(SqliteSession session, String file) throws SQLException {
        session.run("PRAGMA secure_delete=ON");
        if (session.number("SELECT count(*) FROM sqlite_schema") > 0) {
            if (session.number("PRAGMA application_id") != APPLICATION
                    || session.number("PRAGMA user_version") > VERSION) {
                throw new AccountsUnwritableException("""
                        Tệp %1$s không phải tệp tài khoản, hoặc do một phiên bản mới hơn ghi. \
                        / File %1$s is no file of accounts, or was written by a newer version.""".formatted(file), new SQLException("layout"));
            }
            if (session.number("PRAGMA user_version") < VERSION) {
                session.inTransaction(() -> upgrade(session));
            }
            Schema.require(session, Path.of(file), AccountsTable::create);
            return;
        }
        session.inTransaction(() -> create(session));
    }

    private static void upgrade(SqliteSession session) throws SQLException {
        long version = session.number("PRAGMA user_version");
        if (version < 2) {
            upgradeTo2(session);
        }
        if (version < 3) {
            upgradeTo3(session);
        }
        if (version < 4) {
            AccountDigests.upgrade(session, version);
        }
        session.run(ContactsTable.CREATED);
        session.run("PRAGMA user_version=" + VERSION);
    }

    /** From version 1: what was changed before is not told. */
    private static void upgradeTo2(SqliteSession session) throws SQLException {
        session.run("ALTER TABLE devices ADD COLUMN told INTEGER NOT NULL DEFAULT 0");
        session.run("UPDATE devices SET told = coalesce((SELECT max(at) FROM history), 0)");
        session.run(SIGNED_OUT);
    }

    /** From version 2: what was changed before is taken for right. */
    private static void upgradeTo3(SqliteSession session) throws SQLException {
        session.run("ALTER TABLE accounts ADD COLUMN digest TEXT NOT NULL DEFAULT ''");
        session.run("ALTER TABLE devices ADD COLUMN digest TEXT NOT NULL DEFAULT ''");
        for (KnownDevice device : session.list("SELECT " + DEVICES + " FROM devices", AccountsTable::device)) {
            put(session, PUT_DEVICE, digested(device));
        }
    }

    /** By the steps of every version, as in a file that has come through them. */
    private static void create(SqliteSession session) throws SQLException {
        createVersion1(session);
        upgrade(session);
    }

    static void createVersion1(SqliteSession session) throws SQLException {
        session.run("""
                CREATE TABLE accounts (
                  id               TEXT PRIMARY KEY NOT NULL,
                  login            TEXT NOT NULL UNIQUE,
                  password         TEXT NOT NULL,
                  one_time         INTEGER NOT NULL,
                  role             TEXT,
                  locked           INTEGER NOT NULL,
                  epoch            INTEGER NOT NULL,
                  factor           TEXT,
                  factor_confirmed INTEGER NOT NULL,
                  factor_step      INTEGER NOT NULL,
                  recovery         TEXT NOT NULL
                ) STRICT""");
        session.run("""
                CREATE TABLE devices (
                  device  TEXT NOT NULL,
                  account TEXT NOT NULL,
                  proven  INTEGER NOT NULL,
                  pin     TEXT,
                  epoch   INTEGER NOT NULL,
                  wrong   INTEGER NOT NULL,
                  PRIMARY KEY (device, account)
                ) STRICT""");
        session.run("CREATE INDEX devices_by_account ON devices (account, proven)");
        session.run("""
                CREATE TABLE history (
                  id      INTEGER PRIMARY KEY AUTOINCREMENT,
                  at      INTEGER NOT NULL,
                  by      TEXT NOT NULL,
                  action  TEXT NOT NULL,
                  account TEXT NOT NULL
                ) STRICT""");
        session.run("CREATE INDEX history_by_account ON history (account)");
        session.run("PRAGMA application_id=" + APPLICATION);
        session.run("PRAGMA user_version=1");
    }

    static List<LocalAccount> all(SqliteSession session) throws SQLException {
        return session.list("SELECT " + COLUMNS + " FROM accounts", AccountsTable::account);
    }

    private static LocalAccount account(ResultSet row) throws SQLException {
        String secret = row.getString(8);
        return new LocalAccount(
                id(row, 1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                role(row.getString(5)),
                row.getBoolean(6),
                row.getLong(7),
                secret == null ? null : factor(secret, row));
    }

    static AccountId id(ResultSet row, int column) throws SQLException {
        String id = row.getString(column);
        if (!AccountId.isWellFormed(id)) {
            throw new SQLException("mã của một tài khoản không đọc được / the id of an account cannot be read");
        }
        return new AccountId(id);
    }

    /** Absent also for what is no role: such a row is altered. */
    private static @Nullable Role role(@Nullable String name) {
        for (Role role : Role.values()) {
            if (role.name().equals(name)) {
                return role;
            }
        }
        return null;
    }

    private static SecondFactor factor(String secret, ResultSet row) throws SQLException {
        return new SecondFactor(
                new SecondFactor.SealedSecret(secret),
                row.getBoolean(9),
                row.getLong(10),
                row.getString(11).lines().toList());
    }

    /** Fails if the id or the login name is taken. */
    static void add(SqliteSession session, LocalAccount account) throws SQLException {
        put(session, ADD, values(account));
        AccountDigests.seal(session, account.id().value());
    }

    static void put(SqliteSession session, LocalAccount account) throws SQLException {
        AccountDigests.keeping(session, List.of(account.id().value()), () -> put(session, PUT, values(account)));
    }

    /** The same of one that something else has changed: what it is now is right again. */
    static void putAnew(SqliteSession session, LocalAccount account) throws SQLException {
        put(session, PUT, values(account));
        AccountDigests.seal(session, account.id().value());
    }

    private static @Nullable Object[] values(LocalAccount account) {
        SecondFactor factor = account.factor();
        return new @Nullable Object[] {
            account.id().value(),
            account.login(),
            account.password(),
            account.oneTime() ? 1 : 0,
            account.asserted() == null ? null : account.asserted().name(),
            account.locked() ? 1 : 0,
            account.epoch(),
            factor == null ? null : factor.secret().text(),
            factor != null && factor.confirmed() ? 1 : 0,
            factor == null ? -1 : factor.lastStep(),
            factor == null ? "" : String.join("\n", factor.recovery())
        };
    }

    static void log(SqliteSession session, List<AccountChange> changes) throws SQLException {
        for (AccountChange change : changes) {
            log(session, change);
        }
    }

    static void log(SqliteSession session, AccountChange change) throws SQLException {
        String account = change.account().value();
        AccountDigests.keeping(
                session,
                List.of(account),
                () -> put(
                        session,
                        LOG,
                        change.at().toEpochMilli(),
                        change.by(),
                        change.action().name(),
                        account));
    }

    static List<AccountChange> history(SqliteSession session, AccountId account, int limit) throws SQLException {
        return session.list(
                "SELECT at, by, action, account FROM history WHERE account = ? ORDER BY id DESC LIMIT ?",
                AccountsTable::change,
                account.value(),
                limit);
    }

    private static AccountChange change(ResultSet row) throws SQLException {
        return new AccountChange(
                Instant.ofEpochMilli(row.getLong(1)),
                row.getString(2),
                AccountChange.Action.read(row.getString(3)),
                id(row, 4));
    }

    static List<AccountChange> history(
            SqliteSession session, AccountId account, Set<AccountChange.Action> actions, int limit)
            throws SQLException {
        return session.list(
                "SELECT at, by, action, account FROM history WHERE account = ? AND action IN (" + quoted(actions)
                        + ") ORDER BY id DESC LIMIT ?",
                AccountsTable::change,
                account.value(),
                limit);
    }

    static List<AccountId> changedAfter(SqliteSession session, Instant time, Set<AccountChange.Action> actions)
            throws SQLException {
        return session.list(
                "SELECT account FROM history WHERE at > ? AND account IN (SELECT id FROM accounts) AND action IN ("
                        + quoted(actions) + ") GROUP BY account ORDER BY max(id) DESC",
                row -> id(row, 1),
                time.toEpochMilli());
    }

    private static String quoted(Set<AccountChange.Action> actions) {
        return actions.stream().map(action -> "'" + action.name() + "'").collect(Collectors.joining(", "));
    }

    /** Empty also for one that something else has changed, such as its PIN: then the password is asked for. */
    static Optional<KnownDevice> device(SqliteSession session, String device, AccountId account) throws SQLException {
        return session.first(
                        "SELECT " + DEVICES + ", digest FROM devices WHERE device = ? AND account = ?",
                        row -> RowDigest.of(row, OF_A_DEVICE).equals(row.getString(OF_A_DEVICE + 1))
                                ? Optional.of(device(row))
                                : Optional.<KnownDevice>empty(),
                        device,
                        account.value())
                .flatMap(known -> known);
    }

    private static KnownDevice device(ResultSet row) throws SQLException {
        return new KnownDevice(
                row.getString(1),
                id(row, 2),
                Instant.ofEpochMilli(row.getLong(3)),
                row.getString(4),
                row.getLong(5),
                row.getInt(6),
                Instant.ofEpochMilli(row.getLong(7)));
    }

    private static @Nullable Object[] digested(KnownDevice device) {
        @Nullable
        Object[] values = {
            device.device(),
            device.account().value(),
            device.proven().toEpochMilli(),
            device.pin(),
            device.epoch(),
            device.wrong(),
            device.told().toEpochMilli(),
            null
        };
        values[OF_A_DEVICE] = RowDigest.of(Arrays.copyOf(values, OF_A_DEVICE));
        return values;
    }

    /** Leaves out values that are no id of an account: such a row is altered. */
    static List<AccountId> withPin(SqliteSession session, String device) throws SQLException {
        return session
                .list(
                        "SELECT account FROM devices WHERE device = ? AND pin IS NOT NULL ORDER BY proven DESC",
                        row -> row.getString(1),
                        device)
                .stream()
                .filter(AccountId::isWellFormed)
                .map(AccountId::new)
                .toList();
    }

    static void put(SqliteSession session, KnownDevice device) throws SQLException {
        put(session, PUT_DEVICE, digested(device));
        var _ = run(session, """
                DELETE FROM devices WHERE account = ?1 AND device NOT IN
                  (SELECT device FROM devices WHERE account = ?1 ORDER BY proven DESC, device LIMIT ?2)""", device.account().value(), KnownDevice.MOST);
    }

    static List<SignedOutSession> signedOut(SqliteSession session) throws SQLException {
        return session.list(
                "SELECT account, session, until FROM signed_out",
                row -> new SignedOutSession(id(row, 1), row.getString(2), Instant.ofEpochMilli(row.getLong(3))));
    }

    static void signOut(SqliteSession session, SignedOutSession ended, Instant now) throws SQLException {
        List<String> changed = session.list(
                "SELECT account FROM signed_out WHERE until < ? UNION SELECT ?",
                row -> row.getString(1),
                now.toEpochMilli(),
                ended.account().value());
        AccountDigests.keeping(session, changed, () -> {
            var _ = run(session, "DELETE FROM signed_out WHERE until < ?", now.toEpochMilli());
            put(
                    session,
                    "INSERT OR REPLACE INTO signed_out (session, account, until) VALUES (?, ?, ?)",
                    ended.session(),
                    ended.account().value(),
                    ended.until().toEpochMilli());
        });
    }

    /** A trigger could swallow the row without an error. */
    static void put(SqliteSession session, String sql, @Nullable Object... arguments) throws SQLException {
        if (run(session, sql, arguments) != 1) {
            throw new SQLException("the file did not take the row; look for a trigger");
        }
    }

    static int run(SqliteSession session, String sql, @Nullable Object... arguments) throws SQLException {
        var statement = session.prepared(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement.executeUpdate();
    }
}
