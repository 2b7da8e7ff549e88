package vn.soto.allinone.account;

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
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.contracts.access.AccountId;
import vn.soto.ledger.sqlite.OpenedFile;
import vn.soto.ledger.sqlite.SqliteSession;

/**
 * The accounts in one SQLite file, for its owner alone, with all of them in memory. A file that lacks changes which its anchor says
 * it held is read, and takes no change that somebody is told of. An account whose row was changed outside the product is locked, without
 * a password, until it is reset.
 */
public final class SqliteAccountStore implements AccountStore {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteAccountStore.class);

    private final AccountsConnection file;
    private final AlteredAccounts altered;
    private final ReentrantLock using = new ReentrantLock();
    private final Map<AccountId, LocalAccount> accounts = new ConcurrentHashMap<>();
    private final Map<String, AccountId> logins = new ConcurrentHashMap<>();

    private final Map<AccountId, List<SignedOutSession>> signedOut = new ConcurrentHashMap<>();

    private SqliteAccountStore(Path path, AccountsConnection file) {
        this.file = file;
        this.altered = new AlteredAccounts(path, file.read(AccountDigests::altered));
        file.read(AccountsTable::all).forEach(account -> publish(altered.orDistrusted(account)));
        file.read(AccountsTable::signedOut).forEach(this::publish);
    }

    /**
     * Opens the file; makes it, without accounts, if there is none.
     *
     * @throws AccountsUnwritableException if it cannot be opened for writing, or if it is gone and its anchor says that it held changes
     */
    public static SqliteAccountStore open(Path path) {
        Path absolute = path.toAbsolutePath();
        AccountsConnection file = AccountsConnection.open(absolute);
        try {
            SqliteAccountStore store = new SqliteAccountStore(absolute, file);
            store.alteration().ifPresent(LOG::error);
            return store;
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private <T> T alone(Supplier<T> work) {
        using.lock();
        try {
            return work.get();
        } finally {
            using.unlock();
        }
    }

    private void alone(Runnable work) {
        alone(() -> {
            work.run();
            return true;
        });
    }

    /** The changes that the file lacks, and the remedy; until then no change of accounts is taken. */
    public Optional<String> loss() {
        return file.loss();
    }

    /** The accounts that are not as this program wrote them, and the remedy. */
    public Optional<String> alteration() {
        return altered.text();
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
        return alone(() -> {
            if (anyTaken(added)) {
                return false;
            }
            file.writeTold(open -> {
                for (LocalAccount each : added) {
                    AccountsTable.add(open, each);
                }
                AccountsTable.log(open, changes);
            });
            added.forEach(this::publish);
            return true;
        });
    }

    private boolean anyTaken(List<LocalAccount> added) {
        Set<AccountId> ids = new HashSet<>(accounts.keySet());
        Set<String> names = new HashSet<>(logins.keySet());
        return added.stream().anyMatch(each -> !ids.add(each.id()) || !names.add(each.login()));
    }

    @Override
    public Optional<LocalAccount> change(AccountId id, UnaryOperator<LocalAccount> change, AccountChange... entries) {
        return alone(() -> find(id).map(before -> {
            LocalAccount after = change.apply(before);
            if (!after.equals(before)) {
                write(List.of(entries), open -> put(open, after));
                publish(after);
            }
            return after;
        }));
    }

    private void put(SqliteSession open, LocalAccount account) throws SQLException {
        if (altered.ids().contains(account.id())) {
            AccountsTable.putAnew(open, account);
        } else {
            AccountsTable.put(open, account);
        }
    }

    private void write(List<AccountChange> entries, AccountsConnection.Work change) {
        if (entries.isEmpty()) {
            file.write(change);
        } else {
            file.writeTold(open -> {
                change.in(open);
                AccountsTable.log(open, entries);
            });
        }
    }

    @Override
    public Optional<LocalAccount> note(AccountId id, UnaryOperator<LocalAccount> change) {
        return alone(() -> find(id).map(before -> {
            LocalAccount after = change.apply(before);
            if (!after.equals(before)) {
                publish(after);
                file.notes().add(after);
                file.writeNotes();
            }
            return after;
        }));
    }

    @Override
    public void holdLock(AccountId id, boolean locked) {
        alone(() -> find(id).filter(present -> present.locked() != locked)
                .ifPresent(present -> publish(present.withLock(locked))));
    }

    @Override
    public void requireWritable() {
        alone(file::requireWritable);
    }

    /** Only what is durable is seen, and what sign-ins note. */
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

    private <T> T read(AccountsConnection.Using<T> reading) {
        return alone(() -> file.read(reading));
    }

    @Override
    public List<AccountChange> history(AccountId id, int limit) {
        return read(open -> AccountsTable.history(open, id, limit));
    }

    @Override
    public List<AccountChange> history(AccountId id, Set<AccountChange.Action> actions, int limit) {
        return read(open -> AccountsTable.history(open, id, actions, limit));
    }

    @Override
    public List<AccountId> changedAfter(Instant time, Set<AccountChange.Action> actions) {
        return read(open -> AccountsTable.changedAfter(open, time, actions));
    }

    @Override
    public Optional<KnownDevice> device(String device, AccountId account) {
        return alone(() -> file.notes()
                .device(device, account)
                .or(() -> file.read(open -> AccountsTable.device(open, device, account))));
    }

    @Override
    public List<AccountId> withPin(String device) {
        return read(open -> AccountsTable.withPin(open, device));
    }

    @Override
    public void put(KnownDevice device) {
        alone(() -> file.write(open -> AccountsTable.put(open, device)));
    }

    @Override
    public Optional<KnownDevice> changeDevice(
            String device, AccountId account, UnaryOperator<KnownDevice> change, AccountChange... entries) {
        return alone(() -> {
            Optional<KnownDevice> changed = device(device, account).map(change);
            changed.ifPresent(known -> write(List.of(entries), open -> AccountsTable.put(open, known)));
            return changed;
        });
    }

    @Override
    public Optional<KnownDevice> noteDevice(String device, AccountId account, UnaryOperator<KnownDevice> change) {
        return alone(() -> {
            Optional<KnownDevice> changed = device(device, account).map(change);
            changed.ifPresent(known -> {
                file.notes().add(known);
                file.writeNotes();
            });
            return changed;
        });
    }

    @Override
    public Set<String> signedOut(AccountId account) {
        return signedOut.getOrDefault(account, List.of()).stream()
                .map(SignedOutSession::session)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void signOut(SignedOutSession ended, Instant now) {
        alone(() -> {
            signedOut.values().removeIf(each -> each.getLast().until().isBefore(now));
            publish(ended);
            file.writeInPlace(open -> AccountsTable.signOut(open, ended, now));
        });
    }

    @Override
    public void tell(String account, Contact contact) {
        try {
            alone(() -> file.write(open -> ContactsTable.put(open, account, contact)));
        } catch (AccountsUnwritableException e) {
            LOG.debug("the next contact tells it again", e);
        }
    }

    @Override
    public List<Contact> of(String account) {
        return read(open -> ContactsTable.of(open, account));
    }

    /** Compared with what is at its path. */
    public OpenedFile opened() {
        return file.opened();
    }

    /** Whether the last write failed and one would still fail, which is tried. */
    public boolean isFailing() {
        return file.haveWritesFailed() && alone(file::wouldFail);
    }

    /** Whether the anchor cannot be written, so that a loss of the last changes would not be noticed. */
    public boolean isAnchorFailing() {
        return file.isAnchorFailing();
    }

    @Override
    public void close() {
        alone(file::close);
    }
}
