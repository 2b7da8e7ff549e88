package vn.soto.allinone.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.contracts.access.AccountId;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.sqlite.OpenedFile;
import vn.soto.ledger.sqlite.OwnerFile;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledger.sqlite.StoreWrites;
import vn.soto.ledgerwriter.RowAnchor;
import vn.soto.ledgerwriter.WrittenFile;

/**
 * The accounts in one SQLite file, for its owner alone, with all of them in memory. A file that lacks changes which its anchor says
 * it held is read, and takes no change that somebody is told of.
 */
public final class SqliteAccountStore implements AccountStore {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteAccountStore.class);

    private final Path file;
    private final SqliteSession session;
    private final StoreWrites writes;
    private final @Nullable RowAnchor anchor;
    private final @Nullable String loss;
    private final ReentrantLock writing = new ReentrantLock();
    private final Map<AccountId, LocalAccount> accounts = new ConcurrentHashMap<>();
    private final Map<String, AccountId> logins = new ConcurrentHashMap<>();

    private final Map<AccountId, List<SignedOutSession>> signedOut = new ConcurrentHashMap<>();

    private SqliteAccountStore(Path file, SqliteSession session, @Nullable String loss) throws SQLException {
        this.file = file;
        this.session = session;
        this.writes = new StoreWrites(file, session);
        this.loss = loss;
        AccountsTable.all(session).forEach(this::publish);
        AccountsTable.signedOut(session).forEach(this::publish);
        this.anchor = loss == null ? AccountsAnchor.open(file, session) : null;
    }

    /**
     * Opens the file; makes it, without accounts, if there is none.
     *
     * @throws AccountsUnwritableException if it cannot be opened for writing, or if it is gone and its anchor says that it held changes
     */
    public static SqliteAccountStore open(Path path) {
        Path file = path.toAbsolutePath();
        try {
            String loss = AccountsAnchor.loss(file).orElse(null);
            if (loss != null) {
                LOG.error("{}", loss);
            }
            OwnerFile.create(file);
            OwnerFile.restrict(file);
            SqliteSession session = SqliteSession.writer(file);
            try {
                AccountsTable.prepare(session, file.toString());
                // A killed process may have left changes that can be read but were never synced.
                session.run("PRAGMA wal_checkpoint(RESTART)");
                return new SqliteAccountStore(file, session, loss);
            } catch (SQLException | RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (SQLException | UncheckedIOException | LedgerException.Damaged e) {
            throw unwritable(file, e);
        }
    }

    /** What the file lacks, and what to do about it; until then no change of accounts is taken. */
    public Optional<String> loss() {
        return Optional.ofNullable(loss);
    }

    @Override
    public Optional<LocalAccount> find(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public Optional<LocalAccount> byLogin(String login) {
        return Optional.ofNullable(logins.get(login)).map(accounts::get);
    }

    @Override
    public List<LocalAccount> all() {
        return accounts.values().stream()
                .sorted(Comparator.comparing(LocalAccount::login))
                .toList();
    }

    @Override
    public boolean add(List<LocalAccount> added, List<AccountChange> changes) {
        writing.lock();
        try {
            if (anyTaken(added)) {
                return false;
            }
            writeTold(() -> {
                for (LocalAccount each : added) {
                    AccountsTable.add(session, each);
                }
                log(changes);
            });
            added.forEach(this::publish);
            return true;
        } finally {
            writing.unlock();
        }
    }

    private boolean anyTaken(List<LocalAccount> added) {
        Set<AccountId> ids = new HashSet<>(accounts.keySet());
        Set<String> names = new HashSet<>(logins.keySet());
        return added.stream().anyMatch(each -> !ids.add(each.id()) || !names.add(each.login()));
    }

    @Override
    public Optional<LocalAccount> change(AccountId id, UnaryOperator<LocalAccount> change, AccountChange... entries) {
        writing.lock();
        try {
            LocalAccount before = accounts.get(id);
            if (before == null) {
                return Optional.empty();
            }
            LocalAccount after = change.apply(before);
            if (!after.equals(before)) {
                SqliteSession.Work work = () -> {
                    AccountsTable.put(session, after);
                    log(List.of(entries));
                };
                if (entries.length == 0) {
                    write(work);
                } else {
                    writeTold(work);
                }
                publish(after);
            }
            return Optional.of(after);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void holdLock(AccountId id, boolean locked) {
        writing.lock();
        try {
            find(id).filter(present -> present.locked() != locked)
                    .ifPresent(present -> publish(present.withLock(locked)));
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void requireWritable() {
        writing.lock();
        try {
            // A change takes several pages, in the file and in its log.
            if (WrittenFile.isFull(file.resolveSibling("."))) {
                throw unwritable(file, new IOException("ổ đĩa đã đầy / the disk is full"));
            }
            writeTold(() -> StoreWrites.touch(file, session));
        } finally {
            writing.unlock();
        }
    }

    private void log(List<AccountChange> changes) throws SQLException {
        for (AccountChange change : changes) {
            AccountsTable.log(session, change);
        }
    }

    /** Only what is durable is seen. */
    private void publish(LocalAccount account) {
        accounts.put(account.id(), account);
        logins.put(account.login(), account.id());
    }

    /** Those of an account in the order of their ends. */
    private void publish(SignedOutSession ended) {
        signedOut.merge(
                ended.account(),
                List.of(ended),
                (before, added) -> Stream.concat(before.stream(), added.stream())
                        .sorted(Comparator.comparing(SignedOutSession::until))
                        .toList());
    }

    @Override
    public List<AccountChange> history(AccountId id, int limit) {
        return read(() -> AccountsTable.history(session, id, limit));
    }

    @Override
    public List<AccountChange> history(AccountId id, Set<AccountChange.Action> actions, int limit) {
        return read(() -> AccountsTable.history(session, id, actions, limit));
    }

    @Override
    public List<AccountId> changedAfter(Instant time, Set<AccountChange.Action> actions) {
        return read(() -> AccountsTable.changedAfter(session, time, actions));
    }

    @Override
    public Optional<KnownDevice> device(String device, AccountId account) {
        return read(() -> AccountsTable.device(session, device, account));
    }

    @Override
    public List<AccountId> withPin(String device) {
        return read(() -> AccountsTable.withPin(session, device));
    }

    @Override
    public void put(KnownDevice device) {
        writing.lock();
        try {
            write(() -> AccountsTable.put(session, device));
        } finally {
            writing.unlock();
        }
    }

    @Override
    public Optional<KnownDevice> changeDevice(
            String device, AccountId account, UnaryOperator<KnownDevice> change, AccountChange... entries) {
        writing.lock();
        try {
            Optional<KnownDevice> changed = device(device, account).map(change);
            changed.ifPresent(known -> {
                SqliteSession.Work work = () -> {
                    AccountsTable.put(session, known);
                    log(List.of(entries));
                };
                if (entries.length > 0) {
                    writeTold(work);
                } else {
                    write(work);
                }
            });
            return changed;
        } finally {
            writing.unlock();
        }
    }

    @Override
    public Set<String> signedOut(AccountId account) {
        return signedOut.getOrDefault(account, List.of()).stream()
                .map(SignedOutSession::session)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void signOut(SignedOutSession ended, Instant now) {
        writing.lock();
        try {
            signedOut.values().removeIf(each -> each.getLast().until().isBefore(now));
            publish(ended);
            writeInPlace(() -> AccountsTable.signOut(session, ended, now));
        } finally {
            writing.unlock();
        }
    }

    /** A change of accounts that somebody is told of, which the anchor then names. */
    private void writeTold(SqliteSession.Work work) {
        if (loss != null) {
            throw new AccountsUnwritableException(loss, new IOException("changes are missing"));
        }
        writeInPlace(work);
        try {
            if (anchor != null) {
                anchor.advance(session);
            }
        } catch (SQLException e) {
            LOG.warn("the anchor of {} lags: {}", file, e.toString());
        }
    }

    /**
     * Refused if another file is at the path, or none: the open one ends with the process. What sign-ins note on their way is written
     * to the open file all the same, so that they go on.
     */
    private void writeInPlace(SqliteSession.Work work) {
        requireInPlace();
        write(work);
        requireInPlace();
    }

    private void requireInPlace() {
        if (!writes.opened().isInPlace()) {
            throw unwritable(
                    file,
                    new IOException(
                            "đã bị xóa, thay hoặc cắt khi chương trình đang chạy / it was deleted, replaced or cut"
                                    + " while the product ran"));
        }
    }

    private void write(SqliteSession.Work work) {
        try {
            writes.write(work);
        } catch (SQLException e) {
            throw unwritable(file, e);
        }
    }

    public OpenedFile opened() {
        return writes.opened();
    }

    /** Whether the last write failed and one would still fail, which is tried. */
    public boolean isFailing() {
        if (!writes.haveFailed()) {
            return false;
        }
        writing.lock();
        try {
            return writes.stillFail();
        } finally {
            writing.unlock();
        }
    }

    /** Whether the anchor cannot be written, so that a loss of the last changes would not be noticed. */
    public boolean isAnchorFailing() {
        return anchor != null && anchor.isFailing();
    }

    /** Reads of the one connection. */
    private interface Reading<T> {
        T result() throws SQLException;
    }

    private <T> T read(Reading<T> reading) {
        writing.lock();
        try {
            return reading.result();
        } catch (SQLException e) {
            throw unwritable(file, e);
        } finally {
            writing.unlock();
        }
    }

    private static AccountsUnwritableException unwritable(Path file, Exception cause) {
        return new AccountsUnwritableException(
                "Không ghi được tệp tài khoản %1$s. / The file of accounts %1$s cannot be written: %2$s"
                        .formatted(file, cause.getMessage()),
                cause);
    }

    @Override
    public void close() {
        writing.lock();
        try {
            session.close();
            if (anchor != null) {
                anchor.close();
            }
        } catch (SQLException | IOException e) {
            throw unwritable(file, e);
        } finally {
            writing.unlock();
        }
    }
}
