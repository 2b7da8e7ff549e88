package vn.soto.allinone.account;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.allinone.account.AccountChange.Action;
import vn.soto.command.dispatch.MachineCommands;
import vn.soto.contracts.access.AccountId;
import vn.soto.edge.start.StartRefusedException;

/**
 * Prepares accounts at a start. Those of an accounts file are taken over, once each; a fresh data folder gets the first
 * administrator, with a one-time password. A process that dies on the way leaves nothing that the next start does not
 * complete.
 */
public final class AccountSetup {

    /** Login name of the first administrator of a fresh data folder. */
    public static final String ADMINISTRATOR = "administrator";

    private static final Logger LOG = LoggerFactory.getLogger(AccountSetup.class);

    private final AccountStore accounts;
    private final Passwords passwords;
    private final LedgerRights rights;
    private final OneTimePasswordFile oneTime;
    private final MachineCommands machine;
    private final Supplier<UUID> ids;

    public AccountSetup(
            AccountStore accounts,
            Passwords passwords,
            LedgerRights rights,
            OneTimePasswordFile oneTime,
            MachineCommands machine,
            Supplier<UUID> ids) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rights = rights;
        this.oneTime = oneTime;
        this.machine = machine;
        this.ids = ids;
    }

    /** @param demo a demo ledger gets a file with an account of each role, if it has none */
    public void prepare(Path file, boolean demo) {
        if (demo && Files.notExists(file) && accounts.all().isEmpty()) {
            AccountsFile.create(file);
        }
        takeOver(file, demo);
        if (accounts.all().isEmpty()) {
            addFirst();
        }
    }

    /** Names that the store has already are left alone: their passwords may have changed since. */
    private void takeOver(Path file, boolean demo) {
        Map<String, AccountsFile.Line> lines = new LinkedHashMap<>();
        AccountsFile.read(file).stream()
                .filter(line -> accounts.byLogin(line.name()).isEmpty())
                // Of two lines of one name the last counted in earlier versions too.
                .forEach(line -> lines.put(line.name(), line));
        List<LocalAccount> taken = lines.values().parallelStream()
                .map(line -> LocalAccount.takenOver(line.name(), passwords.hash(line.password()), line.role()))
                .toList();
        if (taken.isEmpty()) {
            return;
        }
        if (!demo) {
            // Whoever takes the accounts away and writes this file gets to know their passwords.
            accounts.requireWritable();
            taken.forEach(account -> machine.noteReset(account.id()));
        }
        List<AccountChange> changes = taken.stream()
                .map(account -> entry(Action.TAKEN_OVER, account.id()))
                .toList();
        if (!accounts.add(taken, changes)) {
            throw new StartRefusedException(
                    "Một tên trong tệp tài khoản %1$s là mã của một tài khoản khác. / A name in the accounts file %1$s is the id of another account."
                            .formatted(file),
                    "Hãy đổi tên đó trong tệp; nếu kho tài khoản bị sửa ngoài chương trình, hãy phục hồi accounts.sqlite từ bản sao"
                            + " lưu. / Change that name in the file; if the account store was altered, restore accounts.sqlite"
                            + " from its backup.",
                    null);
        }
        if (!demo) {
            LOG.warn(
                    "Đã chuyển {} tài khoản từ tệp {} vào kho tài khoản; nên xóa tệp vì tệp ghi mật khẩu ở dạng đọc được / took over"
                            + " {} accounts of that file, which shows passwords and may be removed now",
                    taken.size(),
                    file.toAbsolutePath(),
                    taken.size());
        }
    }

    /** The file first: a password that nobody knows would be none. */
    private void addFirst() {
        AccountId id =
                rights.administrator().orElseGet(() -> new AccountId(ids.get().toString()));
        String password = passwords.oneTime();
        oneTime.write(ADMINISTRATOR, password);
        noteReset(id);
        accounts.add(
                List.of(LocalAccount.fresh(id, ADMINISTRATOR, passwords.hash(password))),
                List.of(entry(Action.CREATED, id)));
        announce(ADMINISTRATOR);
    }

    /** Records the grant of the first administrator; at each start until it is there. */
    public void grantFirst(Consumer<AccountId> grant) {
        if (rights.areInForce()) {
            return;
        }
        accounts.all().stream()
                .filter(account -> accounts.history(account.id(), EnumSet.of(Action.CREATED), 1).stream()
                        .anyMatch(change -> change.by().equals(AccountChange.SYSTEM)))
                .findFirst()
                .ifPresent(account -> grant.accept(account.id()));
    }

    /** Gives an account a one-time password, which ends its sessions and removes its lock and its second factor. */
    public void reset(String login) {
        LocalAccount account = accounts.byLogin(login)
                .orElseThrow(() -> new StartRefusedException(
                        "soto.accounts.reset: không có tài khoản %1$s. / there is no account %1$s.".formatted(login),
                        "Hãy ghi tên đăng nhập của một tài khoản đã có. / Name the login of an account that exists.",
                        null));
        noteReset(account.id());
        handOver(
                account,
                true,
                new AccountChange(
                        rights.notBeforeFacts(account.id()), AccountChange.SYSTEM, Action.PASSWORD_RESET, account.id()),
                true);
    }

    /** A fact only of what the accounts can take. */
    private void noteReset(AccountId account) {
        accounts.requireWritable();
        machine.noteReset(account);
    }

    private void handOver(LocalAccount account, boolean removesFactor, AccountChange entry, boolean unlocks) {
        String password = passwords.oneTime();
        oneTime.write(account.login(), password);
        String hash = passwords.hash(password);
        accounts.change(
                account.id(),
                present -> {
                    LocalAccount open = unlocks && present.locked() ? present.withLock(false) : present;
                    LocalAccount fresh = open.withPassword(hash, true);
                    return removesFactor ? fresh.withFactor(null) : fresh;
                },
                entry);
        announce(account.login());
    }

    /** Carries out what the ledger has as done to accounts; a password goes to the file of one-time passwords. */
    public void finish() {
        for (UnfinishedDeeds.Reset reset : new UnfinishedDeeds(accounts, rights).finish()) {
            handOver(
                    reset.account(),
                    reset.removesFactor(),
                    UnfinishedDeeds.entry(reset.act(), Action.PASSWORD_RESET),
                    false);
        }
    }

    /**
     * Blocks accounts of a file that takes no change. These are the accounts that the ledger has locked, and those with
     * a reset of their password that the file lacks.
     */
    public void hold() {
        for (LocalAccount account : new UnfinishedDeeds(accounts, rights).hold()) {
            LOG.error(
                    "Tài khoản {} bị khóa: sổ cái ghi đã đặt lại mật khẩu mà tệp tài khoản không có / account {} is locked: the ledger has a"
                            + " reset of its password that the file of accounts lacks",
                    account.login(),
                    account.login());
        }
    }

    private void announce(String login) {
        LOG.info(
                "Tài khoản {}: mật khẩu dùng một lần trong tệp {}; đăng nhập lần đầu phải đổi / account {}: one-time password in"
                        + " that file, to be changed at first use",
                login,
                oneTime.path(),
                login);
    }

    private AccountChange entry(Action action, AccountId account) {
        return new AccountChange(rights.notBeforeFacts(account), AccountChange.SYSTEM, action, account);
    }
}
