package vn.soto.command.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccessEvent.AccountConfirmed;
import vn.soto.contracts.access.AccessEvent.AccountReset;
import vn.soto.contracts.access.AccessEvent.AccountUnlocked;
import vn.soto.contracts.access.AccessEvent.GrantEnded;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.AccountState.Grant;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;

/**
 * Decisions about accounts that an operator of the machine takes when two persons are not left to take them. Each is a
 * commit with a system origin, so it counts as from nobody.
 */
public final class MachineCommands {

    /** Name of the system task in the header of the commits. */
    public static final String TASK = "on-the-machine";

    private static final int TRIES = 5;

    private final SystemCommits commits;
    private final LedgerAccounts accounts;

    /** The result of such a decision. */
    public enum Outcome {
        RECORDED,
        /** Nothing has happened to the account since the same was recorded. */
        RECORDED_BEFORE,
        /** The ledger knows nothing of the account. */
        NOT_KNOWN,
        /** Nobody else administers the whole ledger. */
        LAST_ADMINISTRATOR
    }

    public MachineCommands(
            LedgerReader reader, LedgerAppender appender, EventCodec codec, Supplier<UUID> ids, Clock clock) {
        this.commits = new SystemCommits(reader, appender, codec, ids, clock);
        this.accounts = new LedgerAccounts(reader, codec);
    }

    /** Whether the ledger knows an account by that name. */
    public boolean knows(String name) {
        return AccountId.isWellFormed(name)
                && !accounts.events(new AccountId(name)).isEmpty();
    }

    /** Confirms that the account is that of a person of its own. */
    public Outcome confirm(AccountId account) {
        return settled(() -> {
            List<AccessEvent> past = accounts.events(account);
            if (past.isEmpty()) {
                return Outcome.NOT_KNOWN;
            }
            if (past.getLast() instanceof AccountConfirmed) {
                return Outcome.RECORDED_BEFORE;
            }
            commits.append(TASK, List.of(commits.next(new AccountConfirmed(account))));
            return Outcome.RECORDED;
        });
    }

    /** Ends every right to approve that the account has or will have, with yesterday. */
    public Outcome endRightsToApprove(AccountId account) {
        return settled(() -> {
            AccountState state = accounts.of(account);
            LocalDate today = VietnamTime.day(commits.now());
            if (state.grants().isEmpty()) {
                return Outcome.NOT_KNOWN;
            }
            if (!state.mayApproveFrom(today)) {
                return Outcome.RECORDED_BEFORE;
            }
            if (state.holdsEverywhere(Role.ADMINISTRATOR, today) && !anotherAdministers(account, today)) {
                return Outcome.LAST_ADMINISTRATOR;
            }
            List<SystemCommits.Placed> ends = new ArrayList<>();
            for (Grant grant : state.grants()) {
                if (grant.role().mayApprove() && grant.lasts(today)) {
                    LocalDate last = latest(today.minusDays(1), grant.from().minusDays(1));
                    ends.add(commits.next(new GrantEnded(account, grant.id(), last), ends.size()));
                }
            }
            commits.append(TASK, ends);
            return Outcome.RECORDED;
        });
    }

    /** One who stays: a right that ends some day leaves the ledger without an administrator. */
    private boolean anotherAdministers(AccountId account, LocalDate today) {
        return accounts.listed(Role.ADMINISTRATOR).stream()
                .filter(other -> !other.equals(account))
                .flatMap(other -> accounts.of(other).grantsOn(today).stream())
                .anyMatch(grant ->
                        grant.role() == Role.ADMINISTRATOR && grant.area().reachesAll() && grant.until() == null);
    }

    /** Records that the account got a one-time password on the machine, which also removed its lock and its second factor. */
    public Outcome noteReset(AccountId account) {
        return settled(() -> {
            if (accounts.events(account).isEmpty()) {
                return Outcome.NOT_KNOWN;
            }
            commits.append(
                    TASK,
                    List.of(
                            commits.next(new AccountReset(account, null, true)),
                            commits.next(new AccountUnlocked(account), 1)));
            return Outcome.RECORDED;
        });
    }

    /** Decides anew if something else happened to the account meanwhile. */
    private static Outcome settled(Supplier<Outcome> decision) {
        for (int attempt = 1; ; attempt++) {
            try {
                return decision.get();
            } catch (LedgerException.Conflict e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
