package vn.soto.allinone.account;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.soto.command.dispatch.LedgerAccounts;
import vn.soto.contracts.access.AccountAct;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;

/**
 * The rights that the ledger grants to local accounts, read from its present tail. Before the ledger's first grant the
 * roles that the sign-in asserts count.
 */
public final class LedgerRights {

    private final LedgerAccounts accounts;
    private final Clock clock;

    public LedgerRights(LedgerReader ledger, EventCodec codec, Clock clock) {
        this.accounts = new LedgerAccounts(ledger, codec);
        this.clock = clock;
    }

    /** Whether the ledger has its first grant. */
    boolean areInForce() {
        return accounts.areGranted();
    }

    /** The roles that are granted today on any area, or asserted; those that follow from a membership are not among them. */
    Set<Role> roles(LocalAccount account) {
        return areInForce()
                ? accounts.of(account.id()).grantsOn(today()).stream()
                        .map(AccountState.Grant::role)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)))
                : account.assertedRoles();
    }

    /** Whether the account may administer all others. */
    boolean administersAll(LocalAccount account) {
        return areInForce()
                ? accounts.of(account.id()).holdsEverywhere(Role.ADMINISTRATOR, today())
                : account.asserted() == Role.ADMINISTRATOR;
    }

    /** Whether the account administers all others, or those of an area. */
    boolean administersSome(LocalAccount account) {
        return administersAll(account) || (areInForce() && roles(account).contains(Role.ADMINISTRATOR));
    }

    /** Whether anything was ever granted to the account, or a person linked to it. */
    boolean areKnownOf(AccountId account) {
        AccountState state = accounts.of(account);
        return !state.grants().isEmpty() || !state.links().isEmpty();
    }

    /** Whether the account may approve what takes two persons. */
    boolean mayApprove(LocalAccount account) {
        return roles(account).stream().anyMatch(Role::mayApprove);
    }

    /**
     * The instants at which the account might approve: all if it may today. Otherwise those at which the ledger had such
     * a right of that day or a later one.
     */
    Predicate<Instant> mightApprove(LocalAccount account) {
        if (mayApprove(account)) {
            return _ -> true;
        }
        List<AccountAct> acts = areInForce() ? acts(account.id()) : List.of();
        return then -> stateAt(account.id(), acts, then).mayApproveFrom(VietnamTime.day(then));
    }

    private static AccountState stateAt(AccountId account, List<AccountAct> acts, Instant then) {
        AccountState state = AccountState.blank(account);
        for (AccountAct act : acts) {
            state = act.at().isAfter(then) ? state : state.after(act.event());
        }
        return state;
    }

    /** Whether two accounts belong to one person, as far as the ledger knows. */
    boolean areOfOnePerson(AccountId one, AccountId other) {
        LocalDate day = today();
        Optional<LinkedPerson> person = accounts.of(one).personOn(day);
        return one.equals(other)
                || (person.isPresent() && person.equals(accounts.of(other).personOn(day)));
    }

    /** Whether the accounts are those of two persons, for what takes two. */
    boolean areTwoPersons(AccountId one, AccountId other) {
        return areInForce()
                ? accounts.twoPersons(clock.instant()).are(one.value(), other.value())
                : !areOfOnePerson(one, other);
    }

    /** Whether the second account is that of another person than all who could act as the first at that time. */
    boolean areTwoPersonsSince(Instant then, AccountId one, AccountId other) {
        return !areInForce()
                || accounts.twoPersons(clock.instant()).isAnotherThanWhoActed(other.value(), one.value(), then);
    }

    /** All that the ledger has of an account. */
    List<AccountAct> acts(AccountId account) {
        return accounts.acts(account);
    }

    /** Now, or the time of the last commit about the account if a clock that went back makes that later. */
    Instant notBeforeFacts(AccountId account) {
        Instant now = clock.instant();
        return acts(account).stream()
                .map(AccountAct::at)
                .filter(now::isBefore)
                .max(Instant::compareTo)
                .orElse(now);
    }

    /** An account that holds the role of administrator of the whole today, if there is one. */
    Optional<AccountId> administrator() {
        return accounts.listed(Role.ADMINISTRATOR).stream()
                .filter(account -> accounts.of(account).holdsEverywhere(Role.ADMINISTRATOR, today()))
                .findFirst();
    }

    private LocalDate today() {
        return VietnamTime.day(clock.instant());
    }
}
