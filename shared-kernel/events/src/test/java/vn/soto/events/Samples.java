package vn.soto.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Content;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.ServiceCategory;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.plan.OpenPlansEvent.OpenPlansChanged;
import vn.soto.contracts.plan.PlanEvent.PlanAbandoned;
import vn.soto.contracts.plan.PlanEvent.PlanApproved;
import vn.soto.contracts.plan.PlanEvent.PlanCompleted;
import vn.soto.contracts.plan.PlanEvent.PlanPaused;
import vn.soto.contracts.plan.PlanEvent.PlanProgressed;
import vn.soto.contracts.plan.PlanEvent.PlanResumed;
import vn.soto.contracts.plan.PlanEvent.PlanReversed;
import vn.soto.contracts.plan.PlanEvent.PlanStarted;
import vn.soto.contracts.plan.PlanEvent.PlanStopped;
import vn.soto.contracts.plan.PlanEvent.PlanSubmitted;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.plan.Refusal;
import vn.soto.contracts.policy.CreditRule;
import vn.soto.contracts.policy.PolicyEvent.PolicyAdopted;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.Organisation;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamStaffingRestored;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.contracts.unit.UnitNameEvent.UnitNameClaimed;

/** One event of each stored version with every component set, and variants in which the optional ones are absent. */
final class Samples {

    private static final TeamId TEAM = new TeamId("019a0000-0000-7000-8000-00000000000a");
    private static final MemberId LAN = new MemberId("lan-1");
    private static final MemberId MINH = new MemberId("minh-2");
    private static final HouseholdId HOUSEHOLD = new HouseholdId("h-17");
    private static final UnitId COMMUNE = new UnitId("u-phu-giao");
    private static final UnitId HAMLET = new UnitId("u-ap-3");
    private static final AssistanceId ASSISTANCE = new AssistanceId("a-5");
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final Instrument DECISION = new Instrument("19/2025/QĐ-TTg", LocalDate.of(2025, 6, 30));
    private static final Content CONTENT = new Content(
            List.of(ServiceCategory.DIGITAL_PAYMENT, ServiceCategory.CYBER_SAFETY),
            Channel.ZALO,
            Mode.DEMONSTRATED,
            Instant.parse("2026-08-02T03:04:05.000060Z"));

    private Samples() {}

    /** By the name of the golden file, without its ending: the stored name, with {@code +<variant>} where one is. */
    static SequencedMap<String, DomainEvent> all() {
        SequencedMap<String, DomainEvent> samples = new LinkedHashMap<>();
        units(samples);
        teams(samples);
        households(samples);
        assistances(samples);
        plans(samples);
        samples.put(
                "report.submitted.v1",
                new QuarterlyReportSubmitted(
                        TEAM,
                        new Quarter(2026, 3),
                        QuarterCalendar.ADMINISTRATIVE,
                        2,
                        1,
                        List.of(new Figure("H05.home-visit", 42)),
                        1_234_567_890_123L,
                        "ab".repeat(32),
                        true));
        return samples;
    }

    private static void units(SequencedMap<String, DomainEvent> samples) {
        samples.put(
                "unit.established.v1",
                new UnitEstablished(HAMLET, UnitKind.HAMLET, "Ấp Đồng Tâm 3", "25819", COMMUNE, DECISION, DAY));
        samples.put(
                "unit.established.v1+no-code-no-parent",
                new UnitEstablished(COMMUNE, UnitKind.MUNICIPALITY, "Bình Dương", null, null, DECISION, DAY));
        samples.put(
                "policy.adopted.v1",
                new PolicyAdopted(
                        2,
                        new Terms(
                                7,
                                200,
                                3,
                                14,
                                4,
                                CreditRule.FIRST_HELPER,
                                List.of("merge-households", "void-assistance")),
                        DECISION,
                        DAY));
        samples.put("unit-name.claimed.v1", new UnitNameClaimed(COMMUNE, "ấp đồng tâm 3", HAMLET));
    }

    private static void teams(SequencedMap<String, DomainEvent> samples) {
        samples.put(
                "team.formed.v1",
                new TeamFormed(
                        TEAM,
                        "Tổ công nghệ số ấp 3",
                        DECISION,
                        List.of(HAMLET, new UnitId("u-ap-4")),
                        List.of(
                                new FoundingMember(LAN, Organisation.YOUTH_UNION),
                                new FoundingMember(MINH, Organisation.TEACHER)),
                        LAN,
                        DAY));
        samples.put("team.member-enrolled.v1", new MemberEnrolled(TEAM, MINH, Organisation.WOMENS_UNION, DAY));
        samples.put("team.membership-ended.v1", new MembershipEnded(TEAM, MINH, EndReason.MOVED_AWAY, DAY));
        samples.put("team.leader-appointed.v1", new LeaderAppointed(TEAM, MINH, DAY));
        samples.put("team.flagged-leaderless.v1", new TeamFlaggedLeaderless(TEAM, LAN, DAY));
        samples.put("team.flagged-understaffed.v1", new TeamFlaggedUnderstaffed(TEAM, 4, 5, DAY));
        samples.put("team.staffing-restored.v1", new TeamStaffingRestored(TEAM, 6, 5, DAY));
    }

    private static void households(SequencedMap<String, DomainEvent> samples) {
        Responsible lan = new Responsible(TEAM, LAN);
        Responsible minh = new Responsible(new TeamId("t-2"), MINH);
        samples.put("household.registered.v1", new HouseholdRegistered(HOUSEHOLD, HAMLET, "PG-3-017"));
        samples.put("household.assigned.v1", new HouseholdAssigned(HOUSEHOLD, HAMLET, lan, DAY));
        samples.put("household.reassigned.v1", new HouseholdReassigned(HOUSEHOLD, HAMLET, lan, minh, DAY));
        samples.put("caseload.changed.v1", new CaseloadChanged(LAN, TEAM, 221, 220));
    }

    private static void assistances(SequencedMap<String, DomainEvent> samples) {
        samples.put(
                "assistance.recorded.v1",
                new AssistanceRecorded(ASSISTANCE, TEAM, HOUSEHOLD, HAMLET, List.of(LAN, MINH), CONTENT));
        samples.put("assistance.corrected.v1", new AssistanceCorrected(ASSISTANCE, TEAM, HOUSEHOLD, HAMLET, CONTENT));
        samples.put("assistance.voided.v1", new AssistanceVoided(ASSISTANCE, TEAM, HOUSEHOLD, HAMLET));
    }

    private static void plans(SequencedMap<String, DomainEvent> samples) {
        PlanId plan = new PlanId("019a0000-0000-7000-8000-0000000000f1");
        PlanId undo = new PlanId("undo-1");
        String digest = "cd".repeat(32);
        samples.put(
                "plan.submitted.v1",
                new PlanSubmitted(plan, PlanKind.REORGANISATION, 401, 3, digest, "can-bo-1", true, undo));
        samples.put(
                "plan.submitted.v1+undoes-none",
                new PlanSubmitted(plan, PlanKind.IMPORT, 401, 3, digest, "can-bo-1", false, null));
        samples.put("plan.approved.v1", new PlanApproved(plan, "can-bo-2"));
        samples.put("plan.started.v1", new PlanStarted(plan));
        samples.put(
                "plan.progressed.v1",
                new PlanProgressed(
                        plan,
                        2,
                        200,
                        197,
                        2,
                        1,
                        List.of(new Refusal(17, 19, "UNIT_NAME_IS_FREE_WITHIN_PARENT", List.of("ấp 3")))));
        samples.put("plan.paused.v1", new PlanPaused(plan));
        samples.put("plan.stopped.v1", new PlanStopped(plan, 17));
        samples.put("plan.resumed.v1", new PlanResumed(plan, 2, 17));
        samples.put("plan.completed.v1", new PlanCompleted(plan, 2));
        samples.put("plan.abandoned.v1", new PlanAbandoned(plan));
        samples.put("plan.reversed.v1", new PlanReversed(plan, undo));
        samples.put(
                "plan-part.recorded.v1",
                new PlanPartRecorded(
                        plan,
                        1,
                        200,
                        "ab".repeat(32),
                        digest,
                        List.of(new PlanStep(202, "register-household", "{\"household\":\"h-17\"}"))));
        samples.put(
                "plan-part.recorded.v1+no-command",
                new PlanPartRecorded(
                        plan, 1, 200, "ab".repeat(32), digest, List.of(new PlanStep(202, null, "VOIDING_IS_FINAL"))));
        samples.put("plans.open-changed.v1", new OpenPlansChanged(List.of(plan, undo)));
    }
}
