package vn.soto.domain.access;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccessEvent.AccountLinked;
import vn.soto.contracts.access.AccessEvent.AccountUnlinked;
import vn.soto.contracts.access.AccessEvent.GrantCorrected;
import vn.soto.contracts.access.AccessEvent.GrantEnded;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.access.AccountState;

/** An account: the roles granted to it and the person it belongs to. */
@AggregateRoot(type = "account")
public final class Account {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private AccountState state;

    @SuppressWarnings("NullAway.Init")
    Account() {}

    public AccountState state() {
        return state;
    }

    @EventHandler
    void evolve(RoleGranted event) {
        follow(event);
    }

    @EventHandler
    void evolve(GrantEnded event) {
        follow(event);
    }

    @EventHandler
    void evolve(GrantCorrected event) {
        follow(event);
    }

    @EventHandler
    void evolve(AccountLinked event) {
        follow(event);
    }

    @EventHandler
    void evolve(AccountUnlinked event) {
        follow(event);
    }

    private void follow(AccessEvent event) {
        id = AccessEvent.idOf(event.account());
        state = (state == null ? AccountState.blank(event.account()) : state).after(event);
    }
}
