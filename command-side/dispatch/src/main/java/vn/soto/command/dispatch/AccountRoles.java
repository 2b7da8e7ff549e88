package vn.soto.command.dispatch;

import java.time.Clock;
import java.util.Set;
import vn.soto.axon.AxonCommandSide;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.DeviceId;
import vn.soto.contracts.access.Role;
import vn.soto.domain.access.GrantedRights;
import vn.soto.domain.reach.ReachCheck;
import vn.soto.ledger.LedgerReader;

/**
 * The roles that an account has somewhere today. A sender without any role for a command is refused before anything of
 * it is read; where the roles reach is decided with the command. Thread-safe; blocking.
 */
public final class AccountRoles {

    private final LedgerReader ledger;
    private final AxonCommandSide commands;
    private final ReachCheck reach;
    private final GrantedRights rights;
    private final Clock clock;

    /** A ledger with a grant stays one. */
    private volatile boolean granted;

    AccountRoles(LedgerReader ledger, AxonCommandSide commands, ReachCheck reach, GrantedRights rights, Clock clock) {
        this.ledger = ledger;
        this.commands = commands;
        this.reach = reach;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * Of the ledger once it has a grant; until then those asserted.
     *
     * @param account  name of the authenticated principal
     * @param asserted roles that sign-in asserts
     */
    public Set<Role> of(String account, Set<Role> asserted) {
        granted = granted || FirstAdministrator.isRecorded(ledger);
        if (!granted) {
            return asserted;
        }
        return AccountId.isWellFormed(account) ? commands.read(() -> reach.rolesOf(new AccountId(account))) : Set.of();
    }

    /**
     * Whether a right of the administrator reaches, today, all that was ever granted to the account, and its person.
     * Then the account gives nobody more than the administrator has. Before the ledger's first grant, a role reaches
     * everything.
     */
    public boolean administers(AccountId administrator, AccountId account) {
        return !FirstAdministrator.isRecorded(ledger) || commands.read(() -> reach.administers(administrator, account));
    }

    /** Whether nothing is taken that the account entered on the device. */
    public boolean isLocked(String account, DeviceId device) {
        return AccountId.isWellFormed(account) && commands.read(() -> reach.isLocked(new AccountId(account), device));
    }

    /** Whether a reset of the account takes two persons, in a ledger with grants. */
    public boolean resetTakesTwo(AccountId account, boolean removesFactor, AccountId by) {
        return commands.read(() -> rights.resetTakesTwo(account, removesFactor, by.value(), clock.instant()));
    }
}
