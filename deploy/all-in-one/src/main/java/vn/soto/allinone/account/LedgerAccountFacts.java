package vn.soto.allinone.account;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.soto.command.dispatch.CommandGateway;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.contracts.access.AccountId;
import vn.soto.domain.access.InternalAccessCommand;
import vn.soto.domain.access.InternalAccessCommand.LockAccount;
import vn.soto.domain.access.InternalAccessCommand.ResetAccount;
import vn.soto.domain.access.InternalAccessCommand.UnlockAccount;

/** Facts of accounts as commands in the name of the administrator, whose right is checked before. */
record LedgerAccountFacts(CommandGateway gateway, Supplier<UUID> ids) implements AccountFacts {

    @Override
    public void locked(String by, AccountId account) {
        record(by, new LockAccount(account));
    }

    @Override
    public void unlocked(String by, AccountId account) {
        record(by, new UnlockAccount(account));
    }

    @Override
    public void reset(String by, AccountId account, @Nullable AccountId wishedBy, boolean removesFactor) {
        record(by, new ResetAccount(account, wishedBy, removesFactor));
    }

    private void record(String by, InternalAccessCommand command) {
        gateway.submit(new CommandRequest(ids.get(), by), command);
    }
}
