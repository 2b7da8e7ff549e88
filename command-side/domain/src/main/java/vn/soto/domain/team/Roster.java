package vn.soto.domain.team;

import static vn.soto.domain.team.TeamRule.CORRECTED_MEMBERSHIP_OVERLAPS_NO_OTHER;
import static vn.soto.domain.team.TeamRule.CORRECTION_LEAVES_MEMBERSHIP_OPEN_OR_ENDED;
import static vn.soto.domain.team.TeamRule.MEMBERSHIPS_DO_NOT_OVERLAP;
import static vn.soto.domain.team.TeamRule.MEMBERSHIP_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.team.TeamRule.MEMBERSHIP_ENDS_ON_OR_AFTER_ITS_FIRST_DAY;
import static vn.soto.domain.team.TeamRule.MEMBERSHIP_TO_CORRECT_IS_KNOWN;
import static vn.soto.domain.team.TeamRule.MEMBER_IS_ACTIVE;
import static vn.soto.domain.team.TeamRule.MEMBER_IS_NOT_ENROLLED_TWICE;
import static vn.soto.domain.team.TeamRule.MEMBER_IS_NOT_SUSPENDED_TWICE;
import static vn.soto.domain.team.TeamRule.MEMBER_IS_SUSPENDED;
import static vn.soto.domain.team.TeamRule.RESUMPTION_FOLLOWS_SUSPENSION;
import static vn.soto.domain.team.TeamRule.SUSPENDED_PERSON_IS_A_MEMBER;
import static vn.soto.domain.team.TeamRule.SUSPENSIONS_DO_NOT_OVERLAP;
import static vn.soto.domain.team.TeamRule.SUSPENSION_LIES_WITHIN_MEMBERSHIP;

import java.time.LocalDate;
import java.util.List;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MemberResumed;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.domain.shared.Rule;
import vn.soto.domain.team.Memberships.Membership;
import vn.soto.domain.team.Suspensions.Suspension;
import vn.soto.domain.team.TeamCommand.CorrectMembership;

/** Who belongs to a team, and who of them may act on a day. */
final class Roster {

    private final Memberships memberships = new Memberships();
    private final Suspensions suspensions = new Suspensions();

    boolean includes(MemberId member, LocalDate day) {
        return memberships.includes(member, day);
    }

    boolean active(MemberId member, LocalDate day) {
        return includes(member, day) && suspensions.of(member).noneMatch(suspension -> suspension.includes(day));
    }

    /** Number of memberships nobody has ended. */
    int size() {
        return memberships.size();
    }

    /** Everybody whose membership nobody has ended. */
    List<FoundingMember> open() {
        return memberships.open();
    }

    /** On whose behalf somebody is a member whose membership nobody has ended. */
    MemberOrigin organisation(MemberId member) {
        return memberships.open(member).map(Membership::organisation).orElse(MemberOrigin.OTHER);
    }

    LocalDate lastChange() {
        LocalDate first = memberships.lastChange();
        LocalDate second = suspensions.lastChange();
        return first.isAfter(second) ? first : second;
    }

    void checkEnrolment(MemberId member, LocalDate from) {
        MEMBER_IS_NOT_ENROLLED_TWICE.require(memberships.open(member).isEmpty());
        memberships.endedOn(member).ifPresent(day -> MEMBERSHIPS_DO_NOT_OVERLAP.require(day.isBefore(from), day));
    }

    void checkEnd(MemberId member, LocalDate lastDay) {
        LocalDate since =
                memberships.open(member).orElseThrow(MEMBER_IS_ACTIVE::refused).firstDay();
        MEMBERSHIP_ENDS_ON_OR_AFTER_ITS_FIRST_DAY.require(!lastDay.isBefore(since), since);
    }

    /** Whoever leads or is a deputy from that day on is a member whom nothing keeps from acting. */
    void checkOffice(MemberId member, LocalDate from, Rule rule) {
        LocalDate since =
                memberships.open(member).orElseThrow(() -> rule.refused(from)).firstDay();
        rule.require(
                !from.isBefore(since) && suspensions.of(member).noneMatch(suspension -> suspension.reaches(from)),
                from);
    }

    void checkSuspension(MemberId member, LocalDate firstDay) {
        LocalDate since = memberships
                .open(member)
                .orElseThrow(() -> SUSPENDED_PERSON_IS_A_MEMBER.refused(firstDay))
                .firstDay();
        SUSPENDED_PERSON_IS_A_MEMBER.require(!firstDay.isBefore(since), firstDay);
        MEMBER_IS_NOT_SUSPENDED_TWICE.require(suspensions.open(member).isEmpty());
        suspensions
                .of(member)
                .forEach(earlier -> SUSPENSIONS_DO_NOT_OVERLAP.require(!earlier.reaches(firstDay), earlier.lastDay()));
    }

    void checkResumption(MemberId member, LocalDate firstDay) {
        LocalDate since = suspensions
                .open(member)
                .orElseThrow(MEMBER_IS_SUSPENDED::refused)
                .firstDay();
        RESUMPTION_FOLLOWS_SUSPENSION.require(firstDay.isAfter(since), since);
    }

    void checkCorrection(CorrectMembership command) {
        MemberId member = command.member();
        Membership before = memberships
                .from(member, command.enteredFrom())
                .orElseThrow(() -> MEMBERSHIP_TO_CORRECT_IS_KNOWN.refused(command.enteredFrom()));
        Membership after = Membership.of(command.effectiveFrom(), command.lastDay(), command.organisation());
        CORRECTION_LEAVES_MEMBERSHIP_OPEN_OR_ENDED.require(after.open() == before.open());
        MEMBERSHIP_CORRECTION_CHANGES_SOMETHING.require(!after.equals(before));
        MEMBERSHIP_ENDS_ON_OR_AFTER_ITS_FIRST_DAY.require(
                !after.lastDay().isBefore(after.firstDay()), after.firstDay());
        memberships
                .besides(member, before.firstDay())
                .forEach(other ->
                        CORRECTED_MEMBERSHIP_OVERLAPS_NO_OTHER.require(!after.overlaps(other), other.firstDay()));
        suspensions
                .of(member)
                .filter(suspension -> before.includes(suspension.firstDay()))
                .forEach(suspension -> checkWithin(after, suspension));
    }

    private static void checkWithin(Membership membership, Suspension suspension) {
        SUSPENSION_LIES_WITHIN_MEMBERSHIP.require(
                membership.includes(suspension.firstDay()) && membership.includes(suspension.lastDay()),
                suspension.firstDay());
    }

    void evolve(TeamFormed event) {
        event.members()
                .forEach(founder -> memberships.start(founder.member(), founder.organisation(), event.effectiveFrom()));
    }

    void evolve(MemberEnrolled event) {
        memberships.start(event.member(), event.organisation(), event.effectiveFrom());
    }

    void evolve(MembershipEnded event) {
        memberships.end(event.member(), event.lastDay());
        suspensions.end(event.member(), event.lastDay());
    }

    void evolve(MembershipCorrected event) {
        memberships.replace(
                event.member(),
                event.enteredFrom(),
                Membership.of(event.effectiveFrom(), event.lastDay(), event.organisation()));
    }

    void evolve(MemberSuspended event) {
        suspensions.start(event.member(), event.firstDay());
    }

    void evolve(MemberResumed event) {
        suspensions.end(event.member(), event.firstDay().minusDays(1));
    }
}
