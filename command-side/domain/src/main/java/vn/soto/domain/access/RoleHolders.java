package vn.soto.domain.access;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.RoleHoldersEvent;
import vn.soto.contracts.access.RoleHoldersEvent.RoleHolderListed;
import vn.soto.domain.shared.CoWrittenAggregates;

/** The accounts that were ever granted a role with a right to approve; their own state tells whether they still hold it. */
@AggregateRoot(type = "role-holders")
public final class RoleHolders {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private final Set<AccountId> accounts = new LinkedHashSet<>();

    @SuppressWarnings("NullAway.Init")
    RoleHolders() {}

    /** Lists the account unless it is listed already. */
    static void list(Role role, AccountId account, CoWrittenAggregates alsoWritten) {
        alsoWritten.change(
                RoleHolders.class,
                RoleHoldersEvent.idOf(role),
                RoleHolders::new,
                holders -> holders.list(role, account));
    }

    private void list(Role role, AccountId account) {
        if (!accounts.contains(account)) {
            apply(new RoleHolderListed(role, account));
        }
    }

    /** In the order in which they were listed. */
    public List<AccountId> accounts() {
        return List.copyOf(accounts);
    }

    @EventHandler
    void evolve(RoleHolderListed event) {
        id = RoleHoldersEvent.idOf(event.role());
        accounts.add(event.account());
    }
}
