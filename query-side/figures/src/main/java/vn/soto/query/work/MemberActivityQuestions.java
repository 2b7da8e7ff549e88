package vn.soto.query.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.period.DaysOfQuarter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamId;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.query.member.DueFollowUps;
import vn.soto.query.member.Members;
import vn.soto.query.period.SubjectPeriods;
import vn.soto.query.period.UnitPeriods.UnitQuarter;
import vn.soto.query.subject.IdKind;
import vn.soto.query.team.Memberships.Membership;
import vn.soto.web.EndpointRight;

/**
 * Answers queries about the work of members.
 */
@RestController
record MemberActivityQuestions(Members members, SubjectPeriods periods, DueFollowUps due, MemberWork work) {

    private static final int MONTHS_OF_TWO_QUARTERS = 6;
    private static final Range FROM = new Range("from", 0, 1_000_000);

    /** @param until last day of membership; absent while it lasts */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MembershipView(
            TeamId team,
            MemberOrigin organisation,
            LocalDate from,
            @Nullable LocalDate until) {

        static MembershipView of(Membership row) {
            MembershipState membership = row.state();
            return new MembershipView(row.team(), membership.organisation(), membership.from(), membership.until());
        }
    }

    /** The memberships of one person in all teams, by first day. */
    @Query(at = "/api/members/{member}/memberships", right = EndpointRight.SUPPORT, of = "member")
    List<MembershipView> memberships(Asked asked, @PathVariable String member) {
        long asOf = asked.asOf();
        members.require(member, asOf);
        return members.memberships(new MemberId(member), asOf)
                .map(MembershipView::of)
                .toList();
    }

    /** Without {@code quarter}, the current quarter. */
    @Query(at = "/api/members/{member}/activity", right = EndpointRight.RECORDS, of = "member")
    MemberActivityView activity(
            Asked asked,
            @PathVariable String member,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<DaysOfQuarter> days,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        long asOf = asked.asOf();
        members.require(member, asOf);
        LocalDate day = asked.today();
        UnitQuarter wanted = periods.of(IdKind.MEMBER, member, quarter, days, day, asOf);
        int first = FROM.check(from).orElse(0L).intValue();
        int most = asked.limit(limit);
        MemberWork.Work done = work.of(List.of(member), wanted.days(), day, asOf);
        return MemberActivityView.of(member, wanted, done, first, most);
    }

    /**
     * @param on     day of the follow-up
     * @param routed whether it is due because the household passed to the member after the help
     */
    record FollowUp(AssistanceId assistance, LocalDate on, boolean routed) {}

    record Duties(MemberId member, List<FollowUp> followUps) {}

    /**
     * The follow-ups by day: those of {@code quarter}, or without it those of the current quarter, the four before and
     * the next.
     */
    @Query(at = "/api/members/{member}/follow-ups", right = EndpointRight.RECORDS, of = "member")
    Duties followUps(Asked asked, @PathVariable String member, @RequestParam Optional<Quarter> quarter) {
        long asOf = asked.asOf();
        members.require(member, asOf);
        LocalDate day = asked.today();
        UnitQuarter wanted = periods.of(IdKind.MEMBER, member, quarter, Optional.empty(), day, asOf);
        LocalDate first =
                quarter.isPresent() ? wanted.firstDay() : wanted.firstDay().minusYears(1);
        LocalDate last = quarter.isPresent()
                ? wanted.lastDay()
                : wanted.firstDay().plusMonths(MONTHS_OF_TWO_QUARTERS).minusDays(1);
        return new Duties(
                new MemberId(member),
                due.of(member, first, last, asOf).stream()
                        .map(item -> new FollowUp(item.assistance(), item.on(), item.routed()))
                        .toList());
    }
}
