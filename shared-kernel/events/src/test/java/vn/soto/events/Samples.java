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
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationRegistered;
import vn.soto.contracts.organisation.OrganisationEvent.SupportBegun;
import vn.soto.contracts.organisation.OrganisationEvent.SupportEnded;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.policy.CreditRule;
import vn.soto.contracts.policy.PolicyEvent.PolicyAdopted;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.CoverageEvent.UnitCoverageChanged;
import vn.soto.contracts.team.Covering;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.Organisation;
import vn.soto.contracts.team.TeamEvent.DeputyAppointed;
import vn.soto.contracts.team.TeamEvent.DeputyRelieved;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.LeaderRelieved;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MemberResumed;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamBroughtUpToDate;
import vn.soto.contracts.team.TeamEvent.TeamConsolidated;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLedByAnother;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedOutdated;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.team.TeamEvent.TeamStaffingRestored;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.Organiser;
import vn.soto.contracts.training.TrainingEvent.AttendanceCorrected;
import vn.soto.contracts.training.TrainingEvent.TrainingCancelled;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;
import vn.soto.contracts.training.TrainingEvent.TrainingScheduled;
import vn.soto.contracts.training.TrainingId;
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
        changesOfTeams(samples);
        organisations(samples);
        trainings(samples);
        households(samples);
        assistances(samples);
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

    /** By the name of the golden file of a version that is not written any more: as what it is read today. */
    static SequencedMap<String, DomainEvent> older() {
        SequencedMap<String, DomainEvent> samples = new LinkedHashMap<>();
        samples.put("team.formed.v1", formed(TeamLevel.HAMLET));
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
        samples.put("team.formed.v2", formed(TeamLevel.COMMUNE));
        samples.put("team.member-enrolled.v1", new MemberEnrolled(TEAM, MINH, Organisation.WOMENS_UNION, DAY));
        samples.put("team.membership-ended.v1", new MembershipEnded(TEAM, MINH, EndReason.MOVED_AWAY, DAY));
        samples.put("team.leader-appointed.v1", new LeaderAppointed(TEAM, MINH, DAY));
        samples.put("team.flagged-leaderless.v1", new TeamFlaggedLeaderless(TEAM, LAN, DAY));
        samples.put("team.flagged-understaffed.v1", new TeamFlaggedUnderstaffed(TEAM, 4, 5, DAY));
        samples.put("team.staffing-restored.v1", new TeamStaffingRestored(TEAM, 6, 5, DAY));
    }

    private static TeamFormed formed(TeamLevel level) {
        return new TeamFormed(
                TEAM,
                level,
                "Tổ công nghệ số ấp 3",
                DECISION,
                List.of(HAMLET, new UnitId("u-ap-4")),
                List.of(
                        new FoundingMember(LAN, Organisation.YOUTH_UNION),
                        new FoundingMember(MINH, Organisation.TEACHER)),
                LAN,
                DAY);
    }

    private static void changesOfTeams(SequencedMap<String, DomainEvent> samples) {
        samples.put("team.renamed.v1", new TeamRenamed(TEAM, "Tổ chuyển đổi số khu phố 3", DECISION, DAY));
        samples.put("team.coverage-changed.v1", new TeamCoverageChanged(TEAM, List.of(HAMLET), DECISION, DAY));
        samples.put(
                "team.membership-corrected.v1",
                new MembershipCorrected(
                        TEAM, MINH, DAY.minusDays(1), Organisation.FARMERS_UNION, DAY, DAY.plusDays(9)));
        samples.put(
                "team.membership-corrected.v1+open",
                new MembershipCorrected(TEAM, MINH, DAY.minusDays(1), Organisation.FARMERS_UNION, DAY, null));
        samples.put("team.member-suspended.v1", new MemberSuspended(TEAM, MINH, DAY));
        samples.put("team.member-resumed.v1", new MemberResumed(TEAM, MINH, DAY));
        samples.put("team.leader-relieved.v1", new LeaderRelieved(TEAM, LAN, DAY));
        samples.put("team.deputy-appointed.v1", new DeputyAppointed(TEAM, MINH, DAY));
        samples.put("team.deputy-relieved.v1", new DeputyRelieved(TEAM, MINH, DAY));
        samples.put(
                "team.flagged-led-by-another.v1",
                new TeamFlaggedLedByAnother(TEAM, LAN, Organisation.YOUTH_UNION, DAY));
        samples.put("team.flagged-outdated.v1", new TeamFlaggedOutdated(TEAM, List.of(HAMLET), DAY));
        samples.put("team.brought-up-to-date.v1", new TeamBroughtUpToDate(TEAM, DAY));
        samples.put("team.consolidated.v1", new TeamConsolidated(TEAM, DECISION, List.of(new TeamId("t-2")), DAY));
        samples.put("team.dissolved.v1", new TeamDissolved(TEAM, DECISION, DAY, new TeamId("t-2")));
        samples.put("team.dissolved.v1+no-successor", new TeamDissolved(TEAM, DECISION, DAY, null));
        samples.put(
                "unit-coverage.changed.v1",
                new UnitCoverageChanged(HAMLET, List.of(new Covering(TEAM, TeamLevel.COMMUNE)), DAY));
    }

    private static void organisations(SequencedMap<String, DomainEvent> samples) {
        OrganisationId company = new OrganisationId("o-8");
        samples.put(
                "organisation.registered.v1",
                new OrganisationRegistered(company, "Công ty Công nghệ số Đồng Tâm", OrganisationKind.TELECOM_COMPANY));
        samples.put("organisation.support-begun.v1", new SupportBegun(company, TEAM, DAY));
        samples.put("organisation.support-ended.v1", new SupportEnded(company, TEAM, DAY));
    }

    private static void trainings(SequencedMap<String, DomainEvent> samples) {
        TrainingId training = new TrainingId("tr-6");
        List<ServiceCategory> topics = List.of(ServiceCategory.DIGITAL_PAYMENT, ServiceCategory.CYBER_SAFETY);
        Attendance attendance = new Attendance(DAY, 4, List.of(new Attendee(TEAM, LAN), new Attendee(TEAM, MINH)));
        samples.put(
                "training.scheduled.v1",
                new TrainingScheduled(
                        training, topics, Organiser.SUPPORTING_ORGANISATION, new OrganisationId("o-8"), DAY, 3));
        samples.put(
                "training.scheduled.v1+no-organisation",
                new TrainingScheduled(training, topics, Organiser.PEOPLES_COMMITTEE, null, DAY, 3));
        samples.put("training.held.v1", new TrainingHeld(training, topics, attendance));
        samples.put(
                "training.attendance-corrected.v1",
                new AttendanceCorrected(training, attendance, List.of(TEAM, new TeamId("t-2"))));
        samples.put("training.cancelled.v1", new TrainingCancelled(training));
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
}
