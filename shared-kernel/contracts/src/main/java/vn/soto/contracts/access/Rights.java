package vn.soto.contracts.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.unit.UnitId;

/**
 * The rights of one account on one day. Both sides derive them here, so that they agree on who may do what.
 *
 * @param all those of grants first, then those that follow from memberships
 */
public record Rights(AccountId account, LocalDate day, List<Right> all) {

    public Rights {
        all = List.copyOf(all);
    }

    /**
     * The rights in a ledger with grants.
     *
     * @param belongings of the teams of interest on that day. Those of other persons than the linked member do not
     *     count, nor those in teams where the link gives no right.
     * @param contains   whether the first unit reaches the second on that day
     */
    public static Rights of(
            AccountState account,
            LocalDate day,
            Collection<Belonging> belongings,
            BiPredicate<UnitId, UnitId> contains) {
        Stream<Right> granted = account.grantsOn(day).stream()
                .map(grant -> new Right(grant.role(), grant.area().scope(), new Right.Cause.Granted(grant.id())));
        Stream<Right> followed = belongings.stream()
                .filter(belonging -> account.linkOn(day)
                        .filter(link -> belonging.member().equals(link.person().member()))
                        .filter(link -> link.holdsFor(belonging.coverage(), contains))
                        .isPresent())
                .flatMap(Rights::of);
        return new Rights(
                account.account(), day, Stream.concat(granted, followed).toList());
    }

    private static Stream<Right> of(Belonging belonging) {
        Scope team = new Scope.OfTeam(belonging.team());
        Right member = new Right(Role.MEMBER, team, new Right.Cause.MemberOf(belonging.team(), belonging.member()));
        return belonging.leads()
                ? Stream.of(
                        member,
                        new Right(Role.LEADER, team, new Right.Cause.LeaderOf(belonging.team(), belonging.member())))
                : Stream.of(member);
    }

    /** The rights in a ledger without any grant: the roles that sign-in asserts, each everywhere. */
    public static Rights asserted(AccountId account, LocalDate day, Set<Role> roles) {
        return new Rights(
                account,
                day,
                roles.stream()
                        .sorted()
                        .map(role -> new Right(role, Scope.EVERYWHERE, new Right.Cause.Asserted()))
                        .toList());
    }

    public Set<Role> roles() {
        return all.stream().map(Right::role).collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
