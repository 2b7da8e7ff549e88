package vn.soto.query.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.DayCorrected;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipEvent;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.unit.UnitId;

/**
 * A team on a legal day: what the facts that held on that day made of it. A change that was decided for a later day is not in
 * it.
 *
 * @param card       its card, without members, areas, offices and flags of later days
 * @param nextChange first later day on which something decided already changes it; absent if nothing does
 */
public record TeamOnDay(
        LocalDate day,
        TeamCard card,
        Status status,
        @Nullable LocalDate nextChange) {

    /** The status of a team on a day. */
    public enum Status {
        /** Its first day is in the future. */
        PLANNED,
        ACTIVE,
        DISSOLVED
    }

    /** The team as known at a commit; empty if it was unknown then. */
    static Optional<TeamOnDay> of(Team team, LocalDate day, long asOf) {
        return team.asOf(asOf).map(latest -> {
            List<TeamFact> known = TeamFact.asCorrected(team.factsAsOf(asOf));
            // A document that the version before wrote has no facts until the projection is replayed.
            return known.isEmpty() ? derived(latest, latest, day, null) : derived(latest, known, day);
        });
    }

    private static TeamOnDay derived(TeamCard latest, List<TeamFact> known, LocalDate day) {
        TeamCard card = after(known, fact -> fact.holdsOn(day));
        Optional<LocalDate> next = Stream.of(
                        Stream.of(card.profile().effectiveFrom()),
                        known.stream()
                                .filter(fact -> !(fact.event() instanceof MembershipEvent))
                                .map(TeamFact::firstDay),
                        latest.members().stream().flatMap(TeamOnDay::days))
                .flatMap(days -> days)
                .filter(from -> from.isAfter(day))
                .min(LocalDate::compareTo);
        return derived(latest, card, day, next.isPresent() ? next.get() : null);
    }

    /** The card after those of the facts that hold, without memberships. */
    static TeamCard after(List<TeamFact> known, Predicate<TeamFact> holds) {
        TeamFact first = known.getFirst();
        TeamCard card = TeamCard.of((TeamFormed) first.event(), first.position(), first.commit());
        for (TeamFact fact : known) {
            if (fact.position() != first.position() && holds.test(fact)) {
                card = after(fact.event(), card).at(fact.position(), fact.commit());
            }
        }
        return card;
    }

    /** The first days on which somebody is or is no longer a member, or may act again or no longer. */
    private static Stream<LocalDate> days(MembershipState membership) {
        return Stream.concat(
                bounds(membership.from(), membership.until()),
                membership.suspensions().stream().flatMap(known -> bounds(known.from(), known.until())));
    }

    private static Stream<LocalDate> bounds(LocalDate from, @Nullable LocalDate until) {
        return until == null ? Stream.of(from) : Stream.of(from, until.plusDays(1));
    }

    /** @param latest card with all memberships, corrected ones as they are right */
    private static TeamOnDay derived(TeamCard latest, TeamCard card, LocalDate day, @Nullable LocalDate next) {
        if (card.profile().effectiveFrom().isAfter(day)) {
            return new TeamOnDay(day, card.planned(), Status.PLANNED, next);
        }
        List<MembershipState> members =
                latest.members().stream().flatMap(each -> on(each, day)).toList();
        return new TeamOnDay(day, card.with(members), card.existedOn(day) ? Status.ACTIVE : Status.DISSOLVED, next);
    }

    /** The card after an event, without memberships and corrections of days: facts have their right ones. */
    private static TeamCard after(TeamEvent event, TeamCard card) {
        return switch (event) {
            case MembershipCorrected corrected -> card.ledByAsCorrected(corrected);
            case MembershipEvent _, DayCorrected _, DissolutionCorrected _ -> card;
            default -> TeamCardEvolution.after(event, card);
        };
    }

    /** The membership on a day, without an end and suspensions of later days; none before its first day. */
    private static Stream<MembershipState> on(MembershipState membership, LocalDate day) {
        return membership.from().isAfter(day)
                ? Stream.of()
                : Stream.of(new MembershipState(
                        membership.member(),
                        membership.organisation(),
                        membership.from(),
                        past(membership.until(), day),
                        membership.suspensions().stream()
                                .filter(suspension -> !suspension.from().isAfter(day))
                                .map(suspension -> new MembershipState.Suspension(
                                        suspension.from(), past(suspension.until(), day)))
                                .toList()));
    }

    private static @Nullable LocalDate past(@Nullable LocalDate lastDay, LocalDate day) {
        return lastDay != null && lastDay.isBefore(day) ? lastDay : null;
    }

    /** The units it covered on the day. */
    public List<UnitId> coverage() {
        return status == Status.ACTIVE ? card.coverage() : List.of();
    }

    /** The members on the day. */
    List<String> members() {
        return card.membersOn(day).stream().map(MemberId::value).sorted().toList();
    }
}
