package vn.soto.domain.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccountAct;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.RoleHoldersEvent;
import vn.soto.contracts.access.SeparatePersons;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.access.InternalAccessCommand.ResetAccount;
import vn.soto.domain.policy.Recordings;
import vn.soto.domain.shared.ReadOnlyAggregates;

/**
 * Reads of the ledger what accounts may do. Each read is guarded like reading any aggregate, so a right that is revoked
 * meanwhile makes the commit conflict.
 */
public record GrantedRights(ReadOnlyAggregates consulted, Recordings recordings) {

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

    /** The account that recorded the last event of that class of an aggregate; empty if there is none. */
    public Optional<String> lastRecorder(String aggregate, Class<? extends DomainEvent> event) {
        return recordings.of(aggregate, event::isInstance).stream()
                .reduce((earlier, later) -> later)
                .map(Recordings.Recording::account);
    }

    /**
     * Whether an account belongs to another person than all who could act as the author when the author last recorded
     * an event of a class.
     */
    public boolean isAnotherThanTheAuthor(
            String account, String author, String aggregate, Class<? extends DomainEvent> event, Instant now) {
        SeparatePersons persons = twoPersons(now);
        return recordings.of(aggregate, event::isInstance).stream().reduce((earlier, later) -> later).stream()
                .allMatch(last -> persons.isAnotherThanWhoActed(account, author, last.at()));
    }

    /**
     * Whether the account, or its person, could act as the author of the last event of a class when it was recorded. The
     * givers of the account's own link and password are not asked. One administrator may have made all accounts of a
     * commune, and its leader confirms what its members enter.
     */
    public boolean couldActAsTheAuthor(
            String account, String author, String aggregate, Class<? extends DomainEvent> event, Instant now) {
        SeparatePersons persons = twoPersons(now);
        return recordings.of(aggregate, event::isInstance).stream().reduce((earlier, later) -> later).stream()
                .anyMatch(last -> persons.couldActAs(account, author, last.at()));
    }

    /** Tells the accounts that are those of two persons now. */
    public SeparatePersons twoPersons(Instant now) {
        return new SeparatePersons(this::acts, now);
    }

    /**
     * Whether they are those of two persons now, and were when the author recorded the last event of a class. Waiting
     * makes no second person of those who could sign in as the author then.
     */
    public boolean areTwoSince(
            String account, String author, String aggregate, Class<? extends DomainEvent> event, Instant now) {
        return twoPersons(now).are(account, author) && isAnotherThanTheAuthor(account, author, aggregate, event, now);
    }

    /** All that was done to the account, which guards the commit as {@link #of} does. */
    private List<AccountAct> acts(AccountId account) {
        var _ = of(account);
        return acts(recordings, account);
    }

    /** All that was done to the account, as the ledger is now. */
    public static List<AccountAct> acts(Recordings recordings, AccountId account) {
        return recordings.of(AccessEvent.idOf(account), AccessEvent.class::isInstance).stream()
                .map(recording -> new AccountAct(
                        (AccessEvent) recording.event(),
                        recording.byProduct() ? null : recording.account(),
                        recording.at()))
                .toList();
    }

    /**
     * Whether a change of the account takes two persons, because another person who holds a right to approve has it. A
     * person who alone gave all of its rights to approve changes it alone as long as nobody else administers the whole
     * ledger.
     */
    boolean changeTakesTwo(AccountId account, String actor, Instant now) {
        SeparatePersons persons = twoPersons(now);
        return of(account).mayApproveFrom(VietnamTime.day(now))
                && !persons.areSurelyOne(actor, account.value())
                && (areAdministeredBySeveral(now) || !persons.isMadeAloneBy(account, actor));
    }

    /**
     * Whether a reset of the account takes two persons. It does if a change of it does, or if the account is or ever
     * was an auditor's. It also does if the reset removes the second factor of a holder of a right to approve. One
     * person alone ends an auditor's grant and gives it again.
     */
    public boolean resetTakesTwo(AccountId account, boolean removesFactor, String actor, Instant now) {
        LocalDate day = VietnamTime.day(now);
        AccountState state = of(account);
        return changeTakesTwo(account, actor, now)
                || (removesFactor && state.mayApproveFrom(day))
                || state.grants().stream().anyMatch(grant -> grant.role() == Role.AUDITOR);
    }

    /** Whether the sender may reset the account alone, or whoever wished it before is a second administrator. */
    boolean mayReset(ResetAccount command, String actor, Instant now) {
        AccountId wishedBy = command.wishedBy();
        return wishedBy == null
                ? !resetTakesTwo(command.account(), command.removesFactor(), actor, now)
                : administersOn(wishedBy, VietnamTime.day(now))
                        && twoPersons(now).are(actor, wishedBy.value())
                        && !areOfOnePerson(wishedBy.value(), command.account().value(), VietnamTime.day(now));
    }

    /** The name of a principal may be one that no account can have. */
    public Optional<LinkedPerson> personOf(String account, LocalDate day) {
        return AccountId.isWellFormed(account) ? of(new AccountId(account)).personOn(day) : Optional.empty();
    }

    private boolean administersOn(AccountId account, LocalDate day) {
        return of(account).grantsOn(day).stream().anyMatch(grant -> grant.role() == Role.ADMINISTRATOR);
    }

    /** Whether two persons or more administer the whole ledger now. */
    boolean areAdministeredBySeveral(Instant now) {
        LocalDate day = VietnamTime.day(now);
        List<String> administrators = listed(Role.ADMINISTRATOR).stream()
                .filter(account -> of(account).holdsEverywhere(Role.ADMINISTRATOR, day))
                .map(AccountId::value)
                .toList();
        SeparatePersons persons = twoPersons(now);
        return administrators.stream().anyMatch(other -> !persons.areSurelyOne(administrators.getFirst(), other));
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
