package vn.soto.query.household;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MembershipState;
import vn.soto.query.household.Household.Charge;
import vn.soto.query.team.TeamCard;
import vn.soto.query.team.Teams;

/** Finds out whether the member responsible for a household can act for it on a day. */
@Component
record ActiveMembers(Teams teams) {

    /** A check of responsibilities on a day, with the teams it needs. */
    @FunctionalInterface
    interface Check {

        /** Why nobody acts; empty if the member does. */
        Optional<Absence> absence(Charge charge);
    }

    Check of(Collection<Household> households, LocalDate day, long asOf) {
        Map<String, TeamCard> cards = teams.find(
                households.stream()
                        .flatMap(household -> household.charge(day, asOf).stream())
                        .map(charge -> Objects.requireNonNull(charge.team()).value())
                        .distinct()
                        .toList(),
                asOf);
        return charge -> Optional.ofNullable(
                        cards.get(Objects.requireNonNull(charge.team()).value()))
                .flatMap(card ->
                        absence(Objects.requireNonNull(charge.member()).value(), charge.effectiveFrom(), card, day));
    }

    /** The days on which a responsible member can act again, or no longer. */
    Stream<LocalDate> turns(Charge charge, long asOf) {
        return teams.find(List.of(Objects.requireNonNull(charge.team()).value()), asOf).values().stream()
                .flatMap(card -> card.members().stream())
                .filter(membership -> membership.member().equals(charge.member()))
                .flatMap(membership -> Stream.concat(
                        bounds(membership.from(), membership.until()),
                        membership.suspensions().stream()
                                .flatMap(suspension -> bounds(suspension.from(), suspension.until()))));
    }

    private static Stream<LocalDate> bounds(LocalDate from, @Nullable LocalDate until) {
        return until == null ? Stream.of(from) : Stream.of(from, until.plusDays(1));
    }

    /** The members who can act on a day for a household for which they are responsible on it. */
    static Set<String> acting(TeamCard card, LocalDate day) {
        return card.membersOn(day).stream().map(MemberId::value).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Why a member who is responsible since a day does not act on another; on the first, if that is later. A membership that was taken
     * back is none.
     */
    static Optional<Absence> absence(String member, LocalDate since, TeamCard card, LocalDate day) {
        LocalDate on = day.isBefore(since) ? since : day;
        List<MembershipState> memberships = card.members().stream()
                .filter(membership -> membership.member().value().equals(member))
                .toList();
        if (memberships.stream().anyMatch(membership -> membership.isActiveOn(on))) {
            return Optional.empty();
        }
        if (memberships.stream().anyMatch(membership -> membership.includes(on))) {
            return Optional.of(Absence.MEMBER_IS_SUSPENDED);
        }
        return Optional.of(
                card.dissolution() == null || !on.isAfter(card.dissolution().lastDay())
                        ? Absence.MEMBER_HAS_LEFT
                        : Absence.TEAM_IS_DISSOLVED);
    }
}
