package vn.soto.domain.access;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.DeviceId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;

/**
 * Commands about the sign-in of an account. The product records them on behalf of whoever acts, an administrator
 * or the account itself; no client can issue these commands.
 */
public sealed interface InternalAccessCommand extends Command {

    AccountId account();

    @TargetAggregateIdentifier
    default String target() {
        return AccessEvent.idOf(account());
    }

    @ClientCommand(as = "lock-account", at = "")
    record LockAccount(AccountId account) implements InternalAccessCommand {}

    @ClientCommand(as = "unlock-account", at = "")
    record UnlockAccount(AccountId account) implements InternalAccessCommand {}

    /** A device of the account is lost. */
    @ClientCommand(as = "lock-device", at = "")
    record LockDevice(AccountId account, DeviceId device) implements InternalAccessCommand {}

    @ClientCommand(as = "unlock-device", at = "")
    record UnlockDevice(AccountId account, DeviceId device) implements InternalAccessCommand {}

    /**
     * Somebody gets to know a one-time password of the account, also the first of a new one. Takes two persons where a change of the account does, and where it removes the second factor.
     *
     * @param wishedBy as in the event
     */
    @ClientCommand(as = "reset-account", at = "")
    record ResetAccount(AccountId account, @Nullable AccountId wishedBy, boolean removesFactor)
            implements InternalAccessCommand {}
}
