package vn.soto.allinone.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.RoleHoldersEvent;
import vn.soto.contracts.access.RoleHoldersEvent.RoleHolderListed;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredEvent;

/**
 * What the ledger grants to local accounts, read from its present tail. Before the ledger's first grant the roles that the sign-in
 * asserts count.
 */
public final class LedgerRights {

    private static final int PAGE = 500;

    private final LedgerReader ledger;
    private final EventCodec codec;
    private final Clock clock;

    public LedgerRights(LedgerReader ledger, EventCodec codec, Clock clock) {
        this.ledger = ledger;
        this.codec = codec;
        this.clock = clock;
    }

    /** Whether the ledger has its first grant. */
    boolean areInForce() {
        return ledger.head(RoleHoldersEvent.FIRST_GRANT).isPresent();
    }

    /** The roles that are granted today on any area, or asserted; those that follow from a membership are not among them. */
    Set<Role> roles(LocalAccount account) {
        return areInForce()
                ? state(account.id()).grantsOn(today()).stream()
                        .map(AccountState.Grant::role)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)))
                : account.assertedRoles();
    }

    /** Whether the account may administer all others. */
    boolean administersAll(LocalAccount account) {
        return areInForce()
                ? state(account.id()).holdsEverywhere(Role.ADMINISTRATOR, today())
                : account.asserted() == Role.ADMINISTRATOR;
    }

    /** Whether the account may approve what takes two persons. */
    boolean mayApprove(LocalAccount account) {
        return roles(account).stream().anyMatch(Role::mayApprove);
    }

    /** Whether two accounts belong to one person, as far as the ledger knows. */
    boolean areOfOnePerson(AccountId one, AccountId other) {
        LocalDate day = today();
        Optional<LinkedPerson> person = state(one).personOn(day);
        return one.equals(other)
                || (person.isPresent() && person.equals(state(other).personOn(day)));
    }

    /** An account that holds the role of administrator of the whole today, if there is one. */
    Optional<AccountId> administrator() {
        return events(RoleHoldersEvent.FIRST_GRANT).stream()
                .map(RoleHolderListed.class::cast)
                .map(RoleHolderListed::account)
                .filter(account -> state(account).holdsEverywhere(Role.ADMINISTRATOR, today()))
                .findFirst();
    }

    private AccountState state(AccountId account) {
        AccountState state = AccountState.blank(account);
        for (Object event : events(AccessEvent.idOf(account))) {
            state = state.after((AccessEvent) event);
        }
        return state;
    }

    private List<?> events(String aggregate) {
        List<StoredEvent> stored = new ArrayList<>(ledger.aggregate(aggregate, 0, PAGE));
        for (int read = stored.size(); read == PAGE; ) {
            List<StoredEvent> next = ledger.aggregate(aggregate, stored.size(), PAGE);
            stored.addAll(next);
            read = next.size();
        }
        return stored.stream().map(codec::decode).toList();
    }

    private LocalDate today() {
        return VietnamTime.day(clock.instant());
    }
}
