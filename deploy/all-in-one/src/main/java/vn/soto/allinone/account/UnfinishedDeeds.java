package vn.soto.allinone.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.soto.allinone.account.AccountChange.Action;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccessEvent.AccountLocked;
import vn.soto.contracts.access.AccessEvent.AccountReset;
import vn.soto.contracts.access.AccessEvent.AccountUnlocked;
import vn.soto.contracts.access.AccountAct;
import vn.soto.contracts.access.AccountId;

/**
 * Carries out at a start the acts on an account's sign-in that the ledger has and the account lacks: the process died
 * in between. The histories of accounts hold milliseconds, so times are compared by them.
 */
record UnfinishedDeeds(AccountStore accounts, LedgerRights rights) {

    /** An account whose reset was recorded and not carried out. */
    record Reset(LocalAccount account, AccountAct act, boolean removesFactor) {}

    /** Locks and unlocks; the resets are left to whoever can hand over a password. */
    List<Reset> finish() {
        List<LocalAccount> all = accounts.all();
        all.forEach(account -> finishLock(account.id()));
        return all.stream().flatMap(account -> reset(account).stream()).toList();
    }

    /**
     * Locks and unlocks as the ledger says until the process ends: the file of accounts takes no change. An account whose reset it lacks
     * is locked, too, whatever else it says: the password in it is one that was taken away.
     *
     * @return those locked for a reset
     */
    List<LocalAccount> hold() {
        List<LocalAccount> reset = new ArrayList<>();
        for (LocalAccount account : accounts.all()) {
            AccountAct last = unfinishedLock(account.id());
            boolean locked = last == null ? account.locked() : last.event() instanceof AccountLocked;
            boolean isReset = !reset(account).isEmpty();
            accounts.holdLock(account.id(), locked || isReset);
            if (isReset) {
                reset.add(account);
            }
        }
        return reset;
    }

    private @Nullable AccountAct unfinishedLock(AccountId account) {
        AccountAct last = last(account, event -> event instanceof AccountLocked || event instanceof AccountUnlocked);
        return last != null && isAfter(last, account, Set.of(Action.LOCKED, Action.UNLOCKED)) ? last : null;
    }

    private void finishLock(AccountId account) {
        AccountAct last = unfinishedLock(account);
        if (last != null) {
            boolean lock = last.event() instanceof AccountLocked;
            accounts.change(
                    account,
                    present -> present.locked() == lock ? present : present.withLock(lock),
                    entry(last, lock ? Action.LOCKED : Action.UNLOCKED));
        }
    }

    private List<Reset> reset(LocalAccount account) {
        AccountAct last = last(account.id(), AccountReset.class::isInstance);
        return last != null
                        && last.event() instanceof AccountReset reset
                        && isAfter(last, account.id(), Set.of(Action.PASSWORD_RESET, Action.CREATED, Action.TAKEN_OVER))
                ? List.of(new Reset(account, last, reset.factorRemoved()))
                : List.of();
    }

    static AccountChange entry(AccountAct act, Action action) {
        return new AccountChange(
                act.at(),
                act.by() == null ? AccountChange.SYSTEM : act.by(),
                action,
                act.event().account());
    }

    private @Nullable AccountAct last(AccountId account, Predicate<AccessEvent> events) {
        return rights.acts(account).stream()
                .filter(act -> events.test(act.event()))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private boolean isAfter(AccountAct act, AccountId account, Set<Action> actions) {
        long done = accounts.history(account, actions, 1).stream()
                .map(AccountChange::at)
                .mapToLong(Instant::toEpochMilli)
                .max()
                .orElse(Long.MIN_VALUE);
        return act.at().toEpochMilli() > done;
    }
}
