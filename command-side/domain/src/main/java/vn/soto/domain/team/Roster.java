package vn.soto.domain.team;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.team.TeamRule.CORRECTED_MEMBERSHIP_OVERLAPS_NO_OTHER;
import static vn.soto.domain.team.TeamRule.CORRECTION_LEAVES_MEMBERSHIP_OPEN_OR_ENDED;
import static vn.soto.domain.team.TeamRule.CORRECTION_LEAVES_SUSPENSION_OPEN_OR_ENDED;
import static vn.soto.domain.team.TeamRule.MEMBERSHIPS_DO_NOT_OVERLAP;
import static vn.soto.domain.team.TeamRule.MEMBERSHIP_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.team.TeamRule.MEMBERSHIP_ENDS_ON_OR_AFTER_ITS_FIRST_DAY;
import static vn.soto.domain.team.TeamRule.MEMBERSHIP_HAS_NO_LAST_DAY_YET;
import static vn.soto.domain.team.TeamRule.MEMBERSHIP_TO_CORRECT_IS_KNOWN;
import static vn.soto.domain.team.TeamRule.MEMBER_IS_ACTIVE;
import static vn.soto.domain.team.TeamRule.MEMBER_IS_NOT_ENROLLED_TWICE;
import static vn.soto.domain.team.TeamRule.MEMBER_IS_NOT_SUSPENDED_TWICE;
import static vn.soto.domain.team.TeamRule.MEMBER_IS_SUSPENDED;
import static vn.soto.domain.team.TeamRule.RESUMPTION_FOLLOWS_SUSPENSION;
import static vn.soto.domain.team.TeamRule.SUSPENDED_PERSON_IS_A_MEMBER;
import static vn.soto.domain.team.TeamRule.SUSPENSIONS_DO_NOT_OVERLAP;
import static vn.soto.domain.team.TeamRule.SUSPENSION_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.team.TeamRule.SUSPENSION_LIES_WITHIN_MEMBERSHIP;
import static vn.soto.domain.team.TeamRule.SUSPENSION_TO_CORRECT_IS_KNOWN;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.MembershipState.Suspension;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.SuspensionCorrected;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.shared.Days;
import vn.soto.domain.shared.Rule;
import vn.soto.domain.team.TeamCommand.CorrectSuspension;

/** The members of a team, and those who may act on a day. */
final class Roster {

    private List<MembershipState> memberships = List.of();
    /** Members whose memberships ended with the team, on its last day. */
    private final Set<MemberId> membersAtTheEnd = new HashSet<>();

    private @Nullable LocalDate lastDay;

    private Stream<MembershipState> of(MemberId member) {
        return memberships.stream().filter(membership -> membership.member().equals(member));
    }

    private Stream<Suspension> suspensions(MemberId member) {
        return of(member).flatMap(membership -> membership.suspensions().stream());
    }

    /** The open membership of a member. */
    private Optional<MembershipState> open(MemberId member) {
        return of(member).filter(membership -> membership.until() == null).findFirst();
    }

    /** The last day of a member's memberships, which the end of the team ends; the first day of all for no member. */
    LocalDate lastDay(MemberId member, LocalDate ofTheTeam) {
        return of(member)
                .map(membership -> Objects.requireNonNullElse(membership.until(), ofTheTeam))
                .max(Comparator.naturalOrder())
                .orElse(Days.FIRST);
    }

    boolean includes(MemberId member, LocalDate day) {
        return of(member).anyMatch(membership -> membership.includes(day));
    }

    /** Whether a membership includes the day or a later one. */
    boolean lasts(MemberId member, LocalDate day) {
        return of(member)
                .anyMatch(membership ->
                        membership.until() == null || !membership.until().isBefore(day));
    }

    boolean active(MemberId member, LocalDate day) {
        return includes(member, day) && suspensions(member).noneMatch(suspension -> suspension.includes(day));
    }

    /** The same on each day from one until before another. */
    boolean activeThroughout(MemberId member, LocalDate first, LocalDate next) {
        return on(member, first)
                .filter(membership -> membership.includes(next.minusDays(1))
                        && membership.suspensions().stream()
                                .noneMatch(known ->
                                        known.reaches(first) && known.from().isBefore(next)))
                .isPresent();
    }

    /** The first day from that one on on which the member may not act; the last of all if there is none. */
    LocalDate activeUntil(MemberId member, LocalDate from) {
        return on(member, from)
                .map(membership -> Stream.concat(
                                Stream.ofNullable(membership.until()).map(last -> last.plusDays(1)),
                                membership.suspensions().stream()
                                        .filter(known -> known.reaches(from))
                                        .map(known -> known.from().isBefore(from) ? from : known.from()))
                        .min(Comparator.naturalOrder())
                        .orElse(LocalDate.MAX))
                .orElse(from);
    }

    /** The membership that includes the day. */
    Optional<MembershipState> on(MemberId member, LocalDate day) {
        return of(member).filter(membership -> membership.includes(day)).findFirst();
    }

    /** Number of memberships that end with the team, or not at all. */
    int size() {
        return Math.toIntExact(
                memberships.stream().filter(this::lastsAsTheTeamDoes).count());
    }

    private boolean lastsAsTheTeamDoes(MembershipState membership) {
        return membership.until() == null || endedWithTheTeam(membership);
    }

    /** Members with an open membership, in the order of their ids. */
    List<FoundingMember> open() {
        return memberships.stream()
                .filter(membership -> membership.until() == null)
                .sorted(Comparator.comparing(MembershipState::member))
                .map(membership -> new FoundingMember(membership.member(), membership.organisation()))
                .toList();
    }

    /** Organisation of a member on that day. */
    MemberOrigin organisation(MemberId member, LocalDate day) {
        return on(member, day).map(MembershipState::organisation).orElse(MemberOrigin.OTHER);
    }

    /** The latest known day on which a membership or suspension starts or ends. */
    LocalDate lastChange() {
        return memberships.stream()
                .flatMap(membership -> Stream.concat(
                        Stream.of(Objects.requireNonNullElse(membership.until(), membership.from())),
                        membership.suspensions().stream()
                                .map(known -> Objects.requireNonNullElse(known.until(), known.from()))))
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    /** The latest known day of another change than the end of the memberships that ended with the team. */
    LocalDate lastChangeBeforeTheEnd() {
        return memberships.stream()
                .flatMap(membership -> Stream.concat(
                        Stream.of(endedWithTheTeam(membership) ? membership.from() : end(membership)),
                        membership.suspensions().stream()
                                .map(known -> endsWith(known, membership) ? known.from() : end(known))))
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    private static LocalDate end(MembershipState membership) {
        return Objects.requireNonNullElse(membership.until(), membership.from());
    }

    private boolean endsWith(Suspension suspension, MembershipState membership) {
        return endedWithTheTeam(membership) && Objects.equals(suspension.until(), membership.until());
    }

    private static LocalDate end(Suspension suspension) {
        return Objects.requireNonNullElse(suspension.until(), suspension.from());
    }

    private boolean endedWithTheTeam(MembershipState membership) {
        return lastDay != null && endedWithTheTeam(membership, lastDay);
    }

    private boolean endedWithTheTeam(MembershipState membership, LocalDate ofTheTeam) {
        return membersAtTheEnd.contains(membership.member()) && ofTheTeam.equals(membership.until());
    }

    /** Memberships and suspensions that ended with the team end on another day, or not at all. */
    void endAgain(DissolutionCorrected right) {
        memberships.stream()
                .filter(membership -> endedWithTheTeam(membership, right.enteredLast()))
                .toList()
                .forEach(ended -> endOn(right.team(), ended, right.lastDay()));
    }

    /** Days on which memberships and suspensions begin or end otherwise than by the consolidation. */
    Stream<LocalDate> changesBeside(LastConsolidation.Done done) {
        LocalDate last = done.from().minusDays(1);
        return memberships.stream().flatMap(membership -> {
            boolean came =
                    done.came().contains(membership.member()) && done.from().equals(membership.from());
            boolean went = isEndedBy(done, membership);
            return Stream.concat(
                            Stream.of(came ? null : membership.from(), went ? null : membership.until()),
                            membership.suspensions().stream()
                                    .flatMap(known -> Stream.of(
                                            known.from(), went && last.equals(known.until()) ? null : known.until())))
                    .filter(Objects::nonNull);
        });
    }

    private static boolean isEndedBy(LastConsolidation.Done done, MembershipState membership) {
        return done.went().contains(membership.member())
                && done.from().minusDays(1).equals(membership.until());
    }

    /**
     * A member who came with the consolidation comes on the right day or was never one; a member who went goes before
     * it or stays.
     */
    void consolidatedOn(TeamId team, LastConsolidation.Done done, @Nullable LocalDate right) {
        LocalDate entered = done.from();
        for (MembershipState known : List.copyOf(memberships)) {
            if (isEndedBy(done, known)) {
                endOn(team, known, right == null ? null : right.minusDays(1));
            } else if (done.came().contains(known.member()) && entered.equals(known.from())) {
                LocalDate from = right == null ? entered : right;
                LocalDate last = right == null ? entered.minusDays(1) : known.until();
                apply(new MembershipCorrected(team, known.member(), entered, known.organisation(), from, last));
            }
        }
    }

    /** The membership ends on another day or not at all, and so do suspensions that ended with it. */
    private static void endOn(TeamId team, MembershipState ended, @Nullable LocalDate last) {
        apply(new MembershipCorrected(team, ended.member(), ended.from(), ended.organisation(), ended.from(), last));
        ended.suspensions().stream()
                .filter(suspension -> Objects.equals(ended.until(), suspension.until()))
                .forEach(suspension -> apply(
                        new SuspensionCorrected(team, ended.member(), suspension.from(), suspension.from(), last)));
    }

    void checkEnrolment(MemberId member, LocalDate from) {
        MEMBER_IS_NOT_ENROLLED_TWICE.require(open(member).isEmpty());
        of(member)
                .map(membership -> Objects.requireNonNull(membership.until()))
                .max(Comparator.naturalOrder())
                .ifPresent(day -> MEMBERSHIPS_DO_NOT_OVERLAP.require(day.isBefore(from), day));
    }

    void checkEnd(MemberId member, LocalDate lastDay) {
        MEMBER_IS_ACTIVE.require(of(member).findFirst().isPresent());
        LocalDate since = of(member)
                .filter(this::lastsAsTheTeamDoes)
                .findFirst()
                .orElseThrow(() -> MEMBERSHIP_HAS_NO_LAST_DAY_YET.refused(lastDay(member, Days.LAST)))
                .from();
        MEMBERSHIP_ENDS_ON_OR_AFTER_ITS_FIRST_DAY.require(!lastDay.isBefore(since), since);
    }

    /** The holder of an office from that day on must be a member then, and not suspended from then on. */
    void checkOffice(MemberId member, LocalDate from, Rule rule) {
        rule.require(of(member).anyMatch(membership -> membership.mayHoldOffice(from)), from);
    }

    void checkSuspension(MemberId member, LocalDate firstDay) {
        MembershipState membership =
                on(member, firstDay).orElseThrow(() -> SUSPENDED_PERSON_IS_A_MEMBER.refused(firstDay));
        MEMBER_IS_NOT_SUSPENDED_TWICE.require(membership.lasting().isEmpty());
        membership
                .suspensions()
                .forEach(earlier ->
                        SUSPENSIONS_DO_NOT_OVERLAP.require(!earlier.reaches(firstDay), lastDay(earlier.until())));
    }

    void checkResumption(MemberId member, LocalDate firstDay) {
        LocalDate since = of(member)
                .filter(membership -> !lastDay(membership.until()).isBefore(firstDay))
                .flatMap(membership -> membership.lasting().stream())
                .findFirst()
                .orElseThrow(MEMBER_IS_SUSPENDED::refused)
                .from();
        RESUMPTION_FOLLOWS_SUSPENSION.require(firstDay.isAfter(since), since);
    }

    SuspensionCorrected corrected(CorrectSuspension command) {
        SuspensionCorrected corrected = new SuspensionCorrected(
                command.team(), command.member(), command.enteredFrom(), command.firstDay(), command.lastDay());
        checkCorrection(corrected);
        return corrected;
    }

    private void checkCorrection(SuspensionCorrected corrected) {
        LocalDate entered = corrected.enteredFrom();
        MembershipState of = of(corrected.member())
                .filter(membership -> membership.suspendedFrom(entered).isPresent())
                .findFirst()
                .orElseThrow(() -> SUSPENSION_TO_CORRECT_IS_KNOWN.refused(entered));
        Suspension before = of.suspendedFrom(entered).orElseThrow();
        LocalDate first = corrected.firstDay();
        LocalDate last = corrected.lastDay();
        CORRECTION_LEAVES_SUSPENSION_OPEN_OR_ENDED.require(
                first == null ? last == null : (last == null) == (before.until() == null));
        if (first == null) {
            return;
        }
        Suspension right = new Suspension(first, last);
        SUSPENSION_CORRECTION_CHANGES_SOMETHING.require(!right.equals(before));
        RESUMPTION_FOLLOWS_SUSPENSION.require(!lastDay(last).isBefore(first), first);
        checkWithin(of, right);
        suspensions(corrected.member())
                .filter(other -> !other.from().equals(entered))
                .forEach(other -> SUSPENSIONS_DO_NOT_OVERLAP.require(
                        first.isAfter(lastDay(other.until())) || lastDay(last).isBefore(other.from()),
                        Objects.requireNonNullElse(other.until(), other.from())));
    }

    /** @param corrected membership after the correction */
    void checkCorrection(MembershipCorrected corrected) {
        MembershipState before = of(corrected.member())
                .filter(membership -> membership.from().equals(corrected.enteredFrom()))
                .findFirst()
                .orElseThrow(() -> MEMBERSHIP_TO_CORRECT_IS_KNOWN.refused(corrected.enteredFrom()));
        MembershipState after = before.after(corrected);
        CORRECTION_LEAVES_MEMBERSHIP_OPEN_OR_ENDED.require((after.until() == null) == (before.until() == null));
        MEMBERSHIP_CORRECTION_CHANGES_SOMETHING.require(!after.equals(before));
        MEMBERSHIP_ENDS_ON_OR_AFTER_ITS_FIRST_DAY.require(
                !lastDay(after.until()).isBefore(after.from()), after.from());
        of(corrected.member())
                .filter(other -> !other.from().equals(before.from()))
                .forEach(other -> CORRECTED_MEMBERSHIP_OVERLAPS_NO_OTHER.require(!overlap(after, other), other.from()));
        before.suspensions().forEach(suspension -> checkWithin(after, suspension));
    }

    private static boolean overlap(MembershipState one, MembershipState other) {
        return !one.from().isAfter(lastDay(other.until())) && !other.from().isAfter(lastDay(one.until()));
    }

    private static void checkWithin(MembershipState membership, Suspension suspension) {
        SUSPENSION_LIES_WITHIN_MEMBERSHIP.require(
                membership.includes(suspension.from()) && membership.includes(lastDay(suspension.until())),
                suspension.from());
    }

    /** The last day, or the end of time if it is open. */
    private static LocalDate lastDay(@Nullable LocalDate until) {
        return until == null ? LocalDate.MAX : until;
    }

    /** Members as a decision about the whole team has them. */
    void renew(TeamId team, Consolidation plan, LocalDate from) {
        List<FoundingMember> before = open();
        for (MemberId member : plan.leaving(before)) {
            apply(new MembershipEnded(team, member, EndReason.REPLACED, from.minusDays(1)));
        }
        for (FoundingMember member : plan.coming(before)) {
            apply(new MemberEnrolled(team, member.member(), member.organisation(), from));
        }
    }

    void evolve(TeamEvent event) {
        switch (event) {
            case TeamDissolved dissolved -> lastDay = dissolved.lastDay();
            case DissolutionCorrected corrected -> lastDay = corrected.lastDay();
            case MembershipEnded ended
            when ended.reason() == EndReason.TEAM_DISSOLVED -> membersAtTheEnd.add(ended.member());
            case MembershipEnded ended -> membersAtTheEnd.remove(ended.member());
            default -> {}
        }
        memberships = MembershipState.after(event, memberships);
    }
}
