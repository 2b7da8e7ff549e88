package vn.soto.contracts.access;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.soto.contracts.access.AccountTrail.Deed;
import vn.soto.contracts.shared.VietnamTime;

/**
 * Whether two accounts are those of two persons, as far as the ledger tells at an instant. They are one person's in
 * three cases:
 * <ul>
 * <li>They belong to one person.
 * <li>The rights, the link to a person or the password of one came from the other alone, or those of both from one
 * person alone. A chain of such acts counts like one act.
 * <li>Within {@link #TAKEN_OVER} one was unlocked by the other, or reset by the other and a third. The same holds of
 * two that one person unlocked or reset.
 * </ul>
 *
 * <p>Something that two persons gave together, or that was confirmed on the machine, came from nobody. An account of
 * which the ledger knows nothing is no person.
 *
 * <p>This is the one place that decides it.
 */
public final class SeparatePersons {

    /** How long whoever unlocked or reset an account counts as able to sign in as its person. */
    public static final Duration TAKEN_OVER = Duration.ofDays(7);

    private static final AccountId NO_ACCOUNT = new AccountId("-");

    private final Function<AccountId, List<AccountAct>> acts;
    private final Instant now;
    private final LocalDate today;

    /** @param acts all acts on an account, in the order of the ledger; asked once for each account */
    public SeparatePersons(Function<AccountId, List<AccountAct>> acts, Instant now) {
        Map<AccountId, List<AccountAct>> read = new HashMap<>();
        this.acts = account -> read.computeIfAbsent(account, acts);
        this.now = now;
        this.today = VietnamTime.day(now);
    }

    /** False for a name that no account can have. */
    public boolean are(String one, String other) {
        return are(one, trail(one, now).givers(today), other);
    }

    /** Whether they would be two but for the password of the first, which one person alone reset. */
    public boolean areOneByThePasswordOf(String account, String other) {
        return !are(account, other) && are(account, trail(account, now).giversBesideThePassword(today), other);
    }

    private boolean are(String one, Set<Deed> givers, String other) {
        if (one.equals(other)
                || !trail(one, now).isKnown()
                || !trail(other, now).isKnown()) {
            return false;
        }
        Set<Object> first = behind(one, givers);
        Set<Object> second = behind(other);
        Set<Object> takersOfFirst = takersOf(one);
        Set<Object> takersOfSecond = takersOf(other);
        return Collections.disjoint(first, second)
                && Collections.disjoint(takersOfFirst, second)
                && Collections.disjoint(takersOfSecond, first)
                && Collections.disjoint(takersOfFirst, takersOfSecond);
    }

    /** All who took the account over, with all that is behind them. */
    private Set<Object> takersOf(String account) {
        return trail(account, now).takeovers(now.minus(TAKEN_OVER)).stream()
                .flatMap(takeover -> behind(takeover.by()).stream())
                .collect(toSet());
    }

    /**
     * Whether an account is that of another person than all who could act as the other at an earlier instant. Their
     * acts stay theirs, whoever has the other account now.
     */
    public boolean isAnotherThanWhoActed(String account, String other, Instant then) {
        Set<Object> actors = actors(other, then);
        return Collections.disjoint(actors, behind(account)) && Collections.disjoint(actors, takersOf(account));
    }

    /** Whether the account itself, or its person, could act as the other at an earlier instant. */
    public boolean couldActAs(String account, String other, Instant then) {
        return !Collections.disjoint(actors(other, then), identities(account));
    }

    private Set<Object> actors(String account, Instant then) {
        Set<Object> actors = new HashSet<>();
        collect(new Deed(account, then), actors, new HashSet<>());
        return actors;
    }

    /** The account, its person, and all from whom alone it has what it decides by, with their persons. */
    private Set<Object> behind(String account) {
        return behind(account, trail(account, now).givers(today));
    }

    private Set<Object> behind(String account, Set<Deed> givers) {
        Set<Object> identities = new HashSet<>(identities(account));
        Set<Deed> visited = new HashSet<>();
        givers.forEach(deed -> collect(deed, identities, visited));
        return identities;
    }

    /** Adds the account behind a deed and its person as of that time, and all who had taken it over by then. */
    private void collect(Deed deed, Set<Object> identities, Set<Deed> visited) {
        if (visited.add(deed)) {
            AccountTrail trail = trail(deed.by(), deed.at());
            LocalDate day = VietnamTime.day(deed.at());
            identities.add(deed.by());
            trail.persons(day, today).forEach(identities::add);
            trail.givers(day).forEach(before -> collect(before, identities, visited));
            trail.takeovers(deed.at().minus(TAKEN_OVER)).forEach(before -> collect(before, identities, visited));
        }
    }

    /**
     * Whether they are one account, or belong to one person by links that no one person alone made. Questions that open
     * something ask this. A link of one person alone makes one person of two accounts only where that closes something.
     */
    public boolean areSurelyOne(String one, String other) {
        return one.equals(other)
                || undisputedPerson(one)
                        .filter(person ->
                                undisputedPerson(other).filter(person::equals).isPresent())
                        .isPresent();
    }

    private Optional<LinkedPerson> undisputedPerson(String account) {
        return trail(account, now).undisputedPerson(today);
    }

    /**
     * Whether the account has rights to approve that all came from the maker alone, directly or through a chain of such
     * acts. Such rights the maker may take back alone.
     */
    public boolean isMadeAloneBy(AccountId account, String maker) {
        return isMadeAlone(account.value(), now, maker, new HashSet<>());
    }

    /** Whether one person alone gave a right to approve that the account has or will have, which approves nothing of that person's. */
    public boolean hasARightOfOneAlone(AccountId account) {
        return trail(account.value(), now).giversOfRightsToApprove(today).stream()
                .anyMatch(givers -> !givers.isEmpty());
    }

    /** Whether one person alone ended the account's link to a person, so that it approves nothing of that person's. */
    public boolean isUnlinkedByOneAlone(AccountId account) {
        return trail(account.value(), now).isUnlinkedByOneAlone();
    }

    private boolean isMadeAlone(String account, Instant at, String maker, Set<Deed> visited) {
        List<Set<Deed>> rights = trail(account, at).giversOfRightsToApprove(VietnamTime.day(at));
        return !rights.isEmpty()
                && rights.stream()
                        .allMatch(givers ->
                                !givers.isEmpty() && givers.stream().allMatch(deed -> isOf(deed, maker, visited)));
    }

    private boolean isOf(Deed deed, String maker, Set<Deed> visited) {
        return areSurelyOne(deed.by(), maker)
                || (visited.add(deed) && isMadeAlone(deed.by(), deed.at(), maker, visited));
    }

    private Set<Object> identities(String account) {
        return Stream.concat(Stream.of(account), trail(account, now).persons(today))
                .collect(toSet());
    }

    private AccountTrail trail(String account, Instant until) {
        return AccountId.isWellFormed(account)
                ? AccountTrail.of(new AccountId(account), acts.apply(new AccountId(account)), until)
                : AccountTrail.of(NO_ACCOUNT, List.of(), until);
    }
}
