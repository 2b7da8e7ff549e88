package vn.soto.domain.reach;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Right;
import vn.soto.contracts.access.Rights;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.Scope;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.CommandRights;
import vn.soto.domain.shared.NotFoundException;

/** The rights of one account on one day, against the places of commands. */
final class SenderRights {

    private final AccountState account;
    private final Rights rights;
    private final ScopeReach reach;
    private final PlaceParts parts;

    private SenderRights(AccountState account, Rights rights, ScopeReach reach) {
        this.account = account;
        this.rights = rights;
        this.reach = reach;
        this.parts = new PlaceParts(reach.facts());
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
                        .orElse(List.of()),
                facts::contains);
        return new SenderRights(account, rights, new ScopeReach(facts));
    }

    /** Those that the account has somewhere. */
    Set<Role> roles() {
        return Set.copyOf(rights.roles());
    }

    /** The right of a member of the team alone; empty if it is not among them. */
    Optional<SenderRights> ofAMemberOf(TeamId team) {
        List<Right> own = rights.all().stream()
                .filter(right -> right.role() == Role.MEMBER && right.scope().equals(new Scope.OfTeam(team)))
                .toList();
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(new SenderRights(account, new Rights(rights.account(), rights.day(), own), reach));
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
        List<Right> held = held(Role.ADMINISTRATOR::equals);
        return !held.isEmpty() && reaches(held, place);
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
        return held.stream().anyMatch(right -> right.scope() instanceof Scope.Everywhere)
                || parts.of(place)
                        .map(of -> of.all().isEmpty() ? of.nobodys() : reaches(held, of.all()))
                        .orElseGet(() -> held.stream().anyMatch(right -> reaches(right, place)));
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
                command,
                rights.day(),
                held.stream()
                        .filter(right -> !reaches(right, missing))
                        .findFirst()
                        .map(this::described)
                        .orElse(null),
                account.grants().stream()
                        .filter(grant -> mayIssueAboutOwn(grant.role(), type) && !grant.includes(rights.day()))
                        .filter(grant -> held.isEmpty() || reachedOnce(grant, missing, command))
                        .findFirst()
                        .map(this::described)
                        .orElse(null),
                missing,
                isReachedInPart(held, missing),
                new PlaceNames(reach.facts()));
    }

    /** Of a person whom the sender reaches in one team, it may be told that there are others. */
    private boolean isReachedInPart(List<Right> held, CommandPlace place) {
        return place instanceof CommandPlace.PersonalDataOf of
                && reaches(held, new CommandPlace.KnownPerson(of.member()));
    }

    /** Whether an ended grant would reach a place; of persons and records, that is not told. */
    private boolean reachedOnce(AccountState.Grant grant, CommandPlace place, Command command) {
        return UndisclosedPlaces.absent(place, command).isEmpty()
                && reach.reaches(grant.area().scope(), place);
    }

    /**
     * The answer to a command that names a person or record out of the sender's reach, or an absent one; empty if all
     * are reached.
     */
    Optional<NotFoundException> undisclosed(Command command) {
        List<Right> held = held(role -> mayIssueAboutOwn(role, command.getClass()));
        return UndisclosedPlaces.namedBy(command).stream()
                .filter(place -> !isReached(held, place))
                .findFirst()
                .flatMap(place -> UndisclosedPlaces.absent(place, command));
    }

    private boolean isReached(List<Right> held, CommandPlace place) {
        try {
            return reaches(held, place);
        } catch (NotFoundException e) {
            return false;
        }
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
