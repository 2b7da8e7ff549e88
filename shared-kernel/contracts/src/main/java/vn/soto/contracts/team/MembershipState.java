package vn.soto.contracts.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MemberResumed;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.MembershipEvent;
import vn.soto.contracts.team.TeamEvent.SuspensionCorrected;
import vn.soto.contracts.team.TeamEvent.TeamFormed;

/**
 * State of one membership of a team after an event; a person who returns has several, which never overlap. The
 * aggregate, reports, team cards and pages of persons all derive it from {@link TeamEvent}s with {@link #after}. So
 * they agree on the members of every day.
 *
 * @param until last day of membership; absent while it is open
 */
public record MembershipState(
        MemberId member,
        MemberOrigin organisation,
        LocalDate from,
        @Nullable LocalDate until,
        List<Suspension> suspensions) {

    public MembershipState {
        suspensions = List.copyOf(suspensions);
    }

    /** @param until last day of suspension; absent while it is open */
    public record Suspension(LocalDate from, @Nullable LocalDate until) {

        /** Whether the suspension has not ended before that day; it may start later. */
        public boolean reaches(LocalDate day) {
            return until == null || !day.isAfter(until);
        }

        public boolean includes(LocalDate day) {
            return !day.isBefore(from) && reaches(day);
        }
    }

    /** Members whose memberships the event starts or changes. */
    public static Set<MemberId> changedBy(TeamEvent event) {
        return event instanceof MembershipEvent change ? membersOf(change) : Set.of();
    }

    private static Set<MemberId> membersOf(MembershipEvent event) {
        return switch (event) {
            case TeamFormed formed ->
                formed.members().stream().map(FoundingMember::member).collect(Collectors.toUnmodifiableSet());
            case MemberEnrolled enrolled -> Set.of(enrolled.member());
            case MembershipEnded ended -> Set.of(ended.member());
            case MembershipCorrected corrected -> Set.of(corrected.member());
            case MemberSuspended suspended -> Set.of(suspended.member());
            case MemberResumed resumed -> Set.of(resumed.member());
            case SuspensionCorrected corrected -> Set.of(corrected.member());
        };
    }

    /** Memberships that the event starts. */
    public static List<MembershipState> begunBy(TeamEvent event) {
        if (event instanceof TeamFormed formed) {
            return formed.members().stream()
                    .map(founder -> since(founder.member(), founder.organisation(), formed.effectiveFrom()))
                    .toList();
        }
        return event instanceof MemberEnrolled enrolled
                ? List.of(since(enrolled.member(), enrolled.organisation(), enrolled.effectiveFrom()))
                : List.of();
    }

    private static MembershipState since(MemberId member, MemberOrigin organisation, LocalDate from) {
        return new MembershipState(member, organisation, from, null, List.of());
    }

    /** All memberships of the team after the event, in the order in which they became known; one that never was is none. */
    public static List<MembershipState> after(TeamEvent event, List<MembershipState> all) {
        if (changedBy(event).isEmpty()) {
            return all;
        }
        return said(event, all).filter(membership -> !membership.neverWas()).toList();
    }

    /** The same with the memberships that never were. */
    public static Stream<MembershipState> said(TeamEvent event, List<MembershipState> all) {
        return Stream.concat(all.stream().map(membership -> membership.after(event)), begunBy(event).stream());
    }

    /** Whether it was taken back: it ended before its first day. */
    private boolean neverWas() {
        return until != null && until.isBefore(from);
    }

    /** Whether the event, of the same team, changes this membership; nothing changes one that never was. */
    public boolean isChangedBy(TeamEvent event) {
        return !neverWas() && mayBeChangedBy(event);
    }

    private boolean mayBeChangedBy(TeamEvent event) {
        return switch (event) {
            case MembershipEnded ended ->
                isOpenFor(ended.member()) || (member.equals(ended.member()) && includes(ended.lastDay()));
            case MembershipCorrected corrected ->
                member.equals(corrected.member()) && from.equals(corrected.enteredFrom());
            case MemberSuspended suspended -> member.equals(suspended.member()) && includes(suspended.firstDay());
            case MemberResumed resumed -> member.equals(resumed.member()) && isSuspendedUntil(resumed.firstDay());
            case SuspensionCorrected corrected ->
                member.equals(corrected.member())
                        && suspendedFrom(corrected.enteredFrom()).isPresent();
            default -> false;
        };
    }

    /** Whether a suspension lasts to the end of the membership, within which the member acts again from that day on. */
    private boolean isSuspendedUntil(LocalDate day) {
        return (until == null || !day.isAfter(until))
                && lasting().filter(known -> !known.from.isAfter(day)).isPresent();
    }

    /** The suspension that lasts to the end of the membership, or is open as this is. */
    public Optional<Suspension> lasting() {
        return suspensions.stream()
                .filter(known -> Objects.equals(known.until, until))
                .findFirst();
    }

    private boolean isOpenFor(MemberId other) {
        return until == null && member.equals(other);
    }

    /** The membership after an event of the same team; itself if the event does not change it. */
    public MembershipState after(TeamEvent event) {
        if (!isChangedBy(event)) {
            return this;
        }
        return switch (event) {
            case MembershipEnded ended ->
                new MembershipState(member, organisation, from, ended.lastDay(), suspendedUntil(ended.lastDay()));
            case MembershipCorrected corrected ->
                new MembershipState(
                        member, corrected.organisation(), corrected.effectiveFrom(), corrected.lastDay(), suspensions);
            case MemberSuspended suspended ->
                with(Stream.concat(suspensions.stream(), Stream.of(new Suspension(suspended.firstDay(), until)))
                        .toList());
            case MemberResumed resumed -> with(resumed(resumed.firstDay().minusDays(1)));
            case SuspensionCorrected corrected -> with(corrected(corrected));
            default -> this;
        };
    }

    private MembershipState with(List<Suspension> changed) {
        return new MembershipState(member, organisation, from, until, changed);
    }

    /** The suspension with that first day, as known now. */
    public Optional<Suspension> suspendedFrom(LocalDate day) {
        return suspensions.stream()
                .filter(suspension -> suspension.from.equals(day))
                .findFirst();
    }

    private List<Suspension> corrected(SuspensionCorrected event) {
        LocalDate right = event.firstDay();
        return suspensions.stream()
                .flatMap(known -> {
                    if (!known.from.equals(event.enteredFrom())) {
                        return Stream.of(known);
                    }
                    return right == null ? Stream.of() : Stream.of(new Suspension(right, event.lastDay()));
                })
                .toList();
    }

    /** Ends the suspension that lasts to the end of the membership on that day. */
    private List<Suspension> resumed(LocalDate lastDay) {
        return suspensions.stream()
                .map(known -> Objects.equals(known.until, until) ? new Suspension(known.from, lastDay) : known)
                .filter(MembershipState::isAny)
                .toList();
    }

    /** The suspensions until that day. */
    private List<Suspension> suspendedUntil(LocalDate lastDay) {
        return suspensions.stream()
                .map(known -> known.reaches(lastDay) ? new Suspension(known.from, lastDay) : known)
                .filter(MembershipState::isAny)
                .toList();
    }

    /** One that would end before its first day is none. */
    private static boolean isAny(Suspension suspension) {
        return suspension.until == null || !suspension.until.isBefore(suspension.from);
    }

    /** Whether the person is a member on that day. */
    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** Whether the person is a member who is not suspended on that day. */
    public boolean isActiveOn(LocalDate day) {
        return includes(day) && !isSuspendedOn(day);
    }

    /** Whether the member can act on that day and nothing says that this ends with a suspension. */
    public boolean mayHoldOffice(LocalDate day) {
        return includes(day) && suspensions.stream().noneMatch(suspension -> suspension.reaches(day));
    }

    /** The days after that one on which the member begins to act. */
    Stream<LocalDate> beginnings(LocalDate day) {
        return Stream.concat(
                        Stream.of(from),
                        suspensions.stream()
                                .flatMap(known -> Stream.ofNullable(known.until))
                                .map(last -> last.plusDays(1)))
                .filter(each -> each.isAfter(day));
    }

    public boolean isSuspendedOn(LocalDate day) {
        return suspensions.stream().anyMatch(suspension -> suspension.includes(day));
    }
}
