package vn.soto.domain.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.RoleHoldersEvent;
import vn.soto.domain.shared.ReadOnlyAggregates;

/**
 * Reads of the ledger what accounts may do. Each read is guarded like reading any aggregate, so a right that is revoked
 * meanwhile makes the commit conflict.
 */
public final class GrantedRights {

    private final ReadOnlyAggregates consulted;

    public GrantedRights(ReadOnlyAggregates consulted) {
        this.consulted = consulted;
    }

    /**
     * Whether the ledger has its first grant, that of the first administrator. If so only the ledger says what an account
     * may do; before, the roles that sign-in asserts count. This is the one place of the command side that decides it.
     */
    public boolean areInForce() {
        return consulted
                .find(RoleHolders.class, RoleHoldersEvent.FIRST_GRANT, holders -> true)
                .isPresent();
    }

    /** Blank for an account without any event. */
    public AccountState of(AccountId account) {
        return consulted
                .find(Account.class, AccessEvent.idOf(account), Account::state)
                .orElseGet(() -> AccountState.blank(account));
    }

    /** Accounts that were ever granted the role, one with a right to approve. */
    public List<AccountId> listed(Role role) {
        return consulted
                .find(RoleHolders.class, RoleHoldersEvent.idOf(role), RoleHolders::accounts)
                .orElse(List.of());
    }

    /** The areas that the account administers on that day; the whole ledger as long as roles of sign-in count. */
    List<Area> administeredBy(String account, LocalDate day) {
        if (!areInForce()) {
            return List.of(Area.WHOLE);
        }
        return AccountId.isWellFormed(account)
                ? of(new AccountId(account)).grantsOn(day).stream()
                        .filter(grant -> grant.role() == Role.ADMINISTRATOR)
                        .map(AccountState.Grant::area)
                        .distinct()
                        .toList()
                : List.of();
    }

    /**
     * Whether the accounts are one, or belong to one person on that day. Two accounts of which one belongs to nobody are
     * taken for those of two persons.
     */
    public boolean areOfOnePerson(String one, String other, LocalDate day) {
        if (one.equals(other)) {
            return true;
        }
        Optional<LinkedPerson> person = personOf(one, day);
        return person.isPresent() && person.equals(personOf(other, day));
    }

    /** The name of a principal may be one that no account can have. */
    private Optional<LinkedPerson> personOf(String account, LocalDate day) {
        return AccountId.isWellFormed(account) ? of(new AccountId(account)).personOn(day) : Optional.empty();
    }

    /** Whether two persons or more administer the whole ledger on that day. */
    boolean areAdministeredBySeveral(LocalDate day) {
        return administrators()
                        .filter(account -> account.holdsEverywhere(Role.ADMINISTRATOR, day))
                        .map(account -> account.personOn(day)
                                .<Object>map(person -> person)
                                .orElse(account.account()))
                        .distinct()
                        .limit(2)
                        .count()
                == 2;
    }

    private Stream<AccountState> administrators() {
        return listed(Role.ADMINISTRATOR).stream().map(this::of);
    }

    /** Whether somebody administers the whole ledger on each day from this one on, with the account in that state. */
    boolean haveAnAdministratorFrom(LocalDate day, AccountState changed) {
        List<AccountState.Grant> all = Stream.concat(
                        Stream.of(changed),
                        listed(Role.ADMINISTRATOR).stream()
                                .filter(account -> !account.equals(changed.account()))
                                .map(this::of))
                .flatMap(account -> account.grants().stream())
                .filter(grant ->
                        grant.role() == Role.ADMINISTRATOR && grant.area().reachesAll())
                .toList();
        Optional<LocalDate> open = Optional.of(day);
        while (open.isPresent()) {
            LocalDate on = open.get();
            List<AccountState.Grant> then =
                    all.stream().filter(grant -> grant.includes(on)).toList();
            if (then.stream().anyMatch(grant -> grant.until() == null)) {
                return true;
            }
            open = then.stream()
                    .flatMap(grant -> Optional.ofNullable(grant.until()).stream())
                    .max(LocalDate::compareTo)
                    .map(last -> last.plusDays(1));
        }
        return false;
    }
}
