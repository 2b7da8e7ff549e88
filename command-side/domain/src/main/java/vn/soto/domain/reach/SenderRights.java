package vn.soto.domain.reach;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Right;
import vn.soto.contracts.access.Rights;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.CommandRights;

/** The rights of one account on one day, against the places of commands. */
final class SenderRights {

    private final AccountState account;
    private final Rights rights;
    private final ScopeReach reach;

    private SenderRights(AccountState account, Rights rights, ScopeReach reach) {
        this.account = account;
        this.rights = rights;
        this.reach = reach;
    }

    /** The rights on the day of the facts, as the ledger has them. */
    static SenderRights of(AccountId sender, PlaceFacts facts) {
        return of(sender, facts, true);
    }

    /** The same, perhaps without those that the latest commits give. */
    static SenderRights known(AccountId sender, PlaceFacts facts) {
        return of(sender, facts, false);
    }

    private static SenderRights of(AccountId sender, PlaceFacts facts, boolean latest) {
        AccountState account = facts.account(sender);
        Rights rights = Rights.of(
                account,
                facts.day(),
                account.personOn(facts.day())
                        .map(LinkedPerson::member)
                        .map(member -> facts.belongings(member, latest))
                        .orElse(List.of()));
        return new SenderRights(account, rights, new ScopeReach(facts));
    }

    /** Those that the account has somewhere. */
    Set<Role> roles() {
        return Set.copyOf(rights.roles());
    }

    /** Whether rights to the command reach all of its places. */
    boolean allow(Command command, List<CommandPlace> places) {
        return reaches(held(role -> CommandRights.mayIssue(Set.of(role), command.getClass())), places);
    }

    /** The same with rights to the command for records of the sender's own. */
    boolean allowAboutOwn(Command command, List<CommandPlace> places) {
        return reaches(held(role -> mayIssueAboutOwn(role, command.getClass())), places);
    }

    boolean administer(CommandPlace place) {
        return reaches(held(Role.ADMINISTRATOR::equals), place);
    }

    private static boolean mayIssueAboutOwn(Role role, Class<? extends Command> command) {
        return CommandRights.mayIssueAboutOwn(Set.of(role), command);
    }

    private List<Right> held(Predicate<Role> wanted) {
        return rights.all().stream().filter(right -> wanted.test(right.role())).toList();
    }

    private boolean reaches(List<Right> held, List<CommandPlace> places) {
        return !held.isEmpty() && places.stream().allMatch(place -> reaches(held, place));
    }

    private boolean reaches(List<Right> held, CommandPlace place) {
        return held.stream().anyMatch(right -> reaches(right, place));
    }

    private boolean reaches(Right right, CommandPlace place) {
        return reach.reaches(right.scope(), place)
                || (place instanceof CommandPlace.RecordedBy by && isOwn(by.aggregate()));
    }

    /** Whether the same person recorded it, with this account or another one. */
    private boolean isOwn(String aggregate) {
        return reach.facts()
                .recorder(aggregate)
                .filter(recorder -> reach.facts().areOfOnePerson(recorder, account.account()))
                .isPresent();
    }

    /** Why the command is refused that these rights do not allow. */
    ReachRefusal refusal(Command command, List<CommandPlace> places) {
        Class<? extends Command> type = command.getClass();
        List<Right> held = held(role -> mayIssueAboutOwn(role, type));
        CommandPlace missing = places.stream()
                .filter(place -> !reaches(held, place))
                .findFirst()
                .orElse(CommandPlace.WHOLE_LEDGER);
        return new ReachRefusal(
                Command.nameOf(type),
                rights.day(),
                held.stream()
                        .filter(right -> !reaches(right, missing))
                        .findFirst()
                        .map(this::described)
                        .orElse(null),
                account.grants().stream()
                        .filter(grant -> mayIssueAboutOwn(grant.role(), type) && !grant.includes(rights.day()))
                        .filter(grant -> reach.reaches(grant.area().scope(), missing) || held.isEmpty())
                        .findFirst()
                        .map(this::described)
                        .orElse(null),
                missing,
                new PlaceNames(reach.facts()));
    }

    private ReachRefusal.Held described(AccountState.Grant grant) {
        return new ReachRefusal.Held(grant.role(), grant.area().scope(), grant.from(), grant.until());
    }

    private ReachRefusal.Held described(Right right) {
        return switch (right.cause()) {
            case Right.Cause.Granted granted ->
                described(account.grant(granted.grant()).orElseThrow());
            case Right.Cause.MemberOf of -> member(right, of.team(), of.member());
            case Right.Cause.LeaderOf of -> member(right, of.team(), of.member());
            case Right.Cause.Asserted _ -> new ReachRefusal.Held(right.role(), right.scope(), rights.day(), null);
        };
    }

    private ReachRefusal.Held member(Right right, TeamId team, MemberId member) {
        return reach.facts()
                .membership(team, member)
                .map(since -> new ReachRefusal.Held(right.role(), right.scope(), since.from(), since.until()))
                .orElseGet(() -> new ReachRefusal.Held(right.role(), right.scope(), rights.day(), null));
    }
}
