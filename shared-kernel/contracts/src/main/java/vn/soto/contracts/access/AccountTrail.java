package vn.soto.contracts.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccessEvent.AccountConfirmed;
import vn.soto.contracts.access.AccessEvent.AccountLinkConfirmed;
import vn.soto.contracts.access.AccessEvent.AccountLinked;
import vn.soto.contracts.access.AccessEvent.AccountLocked;
import vn.soto.contracts.access.AccessEvent.AccountReset;
import vn.soto.contracts.access.AccessEvent.AccountUnlinked;
import vn.soto.contracts.access.AccessEvent.AccountUnlocked;
import vn.soto.contracts.access.AccessEvent.DeviceLocked;
import vn.soto.contracts.access.AccessEvent.DeviceUnlocked;
import vn.soto.contracts.access.AccessEvent.GrantCorrected;
import vn.soto.contracts.access.AccessEvent.GrantEnded;
import vn.soto.contracts.access.AccessEvent.RoleGranted;

/**
 * The acts on one account up to an instant. They tell which accounts alone gave it something, and which could sign in
 * as its person.
 */
final class AccountTrail {

    /** An act of one account alone on another. */
    record Deed(String by, Instant at) {}

    private AccountState state;
    private final Map<GrantId, Set<Deed>> grantedBy = new HashMap<>();
    private final List<Set<Deed>> linkedBy = new ArrayList<>();
    private final Set<Deed> unlinkedBy = new HashSet<>();
    private final List<Deed> takeovers = new ArrayList<>();
    private Set<Deed> resetBy = Set.of();

    private AccountTrail(AccountId account) {
        this.state = AccountState.blank(account);
    }

    /** @param acts in their order; later ones than {@code until} are left out */
    static AccountTrail of(AccountId account, List<AccountAct> acts, Instant until) {
        AccountTrail trail = new AccountTrail(account);
        acts.stream().takeWhile(act -> !act.at().isAfter(until)).forEach(trail::follow);
        return trail;
    }

    private void follow(AccountAct act) {
        switch (act.event()) {
            case RoleGranted granted -> {
                if (act.by() == null) {
                    confirmed();
                }
                grantedBy.put(granted.grant(), alone(act, granted.approval()));
            }
            case GrantCorrected corrected -> corrected(corrected, act);
            case AccountLinked linked -> linked(alone(act, linked.approval()));
            case AccountUnlinked unlinked -> unlinked(unlinked, act);
            case AccountUnlocked _ -> tookOver(act.by(), act.at());
            case AccountReset reset -> reset(reset.wishedBy(), act);
            case AccountConfirmed _ -> confirmed();
            case GrantEnded _, AccountLinkConfirmed _, AccountLocked _, DeviceLocked _, DeviceUnlocked _ -> {}
        }
        state = state.after(act.event());
    }

    /** On the machine, as the account of a person of its own; whom a grant on the machine names is one, too. */
    private void confirmed() {
        grantedBy.replaceAll((grant, by) -> Set.of());
        linkedBy.replaceAll(by -> Set.of());
        unlinkedBy.clear();
        resetBy = Set.of();
        takeovers.clear();
    }

    private void linked(Set<Deed> by) {
        linkedBy.add(by);
        if (by.isEmpty()) {
            unlinkedBy.clear();
        }
    }

    /**
     * One person alone ends the link of the account to its person. A link that the same person alone had made is ended
     * without a trace. In version 1 of the event the number of persons is not told.
     */
    private void unlinked(AccountUnlinked unlinked, AccountAct act) {
        LocalDate after = unlinked.lastDay().plusDays(1);
        List<Set<Deed>> ended = IntStream.range(0, linkedBy.size())
                .filter(i -> state.links().get(i).lasts(after))
                .mapToObj(linkedBy::get)
                .toList();
        boolean own = !ended.isEmpty()
                && ended.stream()
                        .allMatch(made -> !made.isEmpty()
                                && made.stream().allMatch(deed -> deed.by().equals(act.by())));
        if (!own) {
            unlinkedBy.addAll(alone(act, unlinked.approval()));
        }
    }

    /** A grant that one person lengthens is from that person, too; one that two persons lengthen is from nobody. */
    private void corrected(GrantCorrected corrected, AccountAct act) {
        boolean longer = state.grant(corrected.grant())
                .filter(grant -> grant.isLengthenedBy(corrected.effectiveFrom(), corrected.lastDay()))
                .isPresent();
        if (longer) {
            Set<Deed> alone = alone(act, corrected.approval());
            grantedBy.merge(corrected.grant(), alone, (before, now) -> now.isEmpty() ? now : union(before, now));
        }
    }

    /** The password of an account that one person reset is from that person, until somebody else resets it again. */
    private void reset(@Nullable AccountId wishedBy, AccountAct act) {
        if (wishedBy == null && state.account().value().equals(act.by())) {
            return;
        }
        resetBy = wishedBy == null ? alone(act, null) : Set.of();
        if (wishedBy != null) {
            tookOver(act.by(), act.at());
            tookOver(wishedBy.value(), act.at());
        }
    }

    private static Set<Deed> alone(AccountAct act, @Nullable GrantApproval approval) {
        return act.by() == null || approval == GrantApproval.BY_TWO_PERSONS
                ? Set.of()
                : Set.of(new Deed(act.by(), act.at()));
    }

    private static Set<Deed> union(Set<Deed> one, Set<Deed> other) {
        Set<Deed> all = new HashSet<>(one);
        all.addAll(other);
        return Set.copyOf(all);
    }

    private void tookOver(@Nullable String by, Instant at) {
        if (by != null) {
            takeovers.add(new Deed(by, at));
        }
    }

    /** Whether anything was ever granted to the account, or a person linked to it. */
    boolean isKnown() {
        return !state.grants().isEmpty() || !state.links().isEmpty();
    }

    /**
     * The acts of one account alone that gave, by that day, the password, a right to approve or the link, or that ended
     * the link. For an account without a right to approve, everything that it was ever given counts, because it may
     * have proposed by that.
     */
    Set<Deed> givers(LocalDate day) {
        return union(giversBesideThePassword(day), resetBy);
    }

    /** The same without its password. */
    Set<Deed> giversBesideThePassword(LocalDate day) {
        List<AccountState.Grant> approving = state.grantsOn(day).stream()
                .filter(grant -> grant.role().mayApprove())
                .toList();
        boolean approves = !approving.isEmpty();
        Set<Deed> givers = new HashSet<>(unlinkedBy);
        for (AccountState.Grant grant : approves ? approving : state.grants()) {
            givers.addAll(grantedBy(grant));
        }
        for (int i = 0; i < linkedBy.size(); i++) {
            if (!approves || state.links().get(i).includes(day)) {
                givers.addAll(linkedBy.get(i));
            }
        }
        return givers;
    }

    /**
     * For each right to approve, in force on that day or later, the acts of one account alone that gave it; empty for
     * none.
     */
    List<Set<Deed>> giversOfRightsToApprove(LocalDate day) {
        return state.grants().stream()
                .filter(grant -> grant.role().mayApprove() && grant.lasts(day))
                .map(this::grantedBy)
                .toList();
    }

    private Set<Deed> grantedBy(AccountState.Grant grant) {
        return Objects.requireNonNullElse(grantedBy.get(grant.id()), Set.of());
    }

    /** Whether one person alone ended a link of the account to its person. */
    boolean isUnlinkedByOneAlone() {
        return !unlinkedBy.isEmpty();
    }

    /** The accounts that unlocked this one since then, or that reset it as one of two. */
    List<Deed> takeovers(Instant since) {
        return takeovers.stream()
                .filter(takeover -> !takeover.at.isBefore(since))
                .toList();
    }

    /** The person to whom the account belongs on that day, if no one person alone says so. */
    Optional<LinkedPerson> undisputedPerson(LocalDate day) {
        return IntStream.range(0, linkedBy.size())
                .filter(i ->
                        state.links().get(i).includes(day) && linkedBy.get(i).isEmpty())
                .mapToObj(i -> state.links().get(i).person())
                .findFirst();
    }

    /** The persons to whom the account belongs on the days. */
    Stream<LinkedPerson> persons(LocalDate... days) {
        return Stream.of(days).flatMap(day -> state.personOn(day).stream());
    }
}
