package vn.soto.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRouted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Content;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Outcome;
import vn.soto.contracts.assistance.ServiceCategory;
import vn.soto.contracts.assistance.Share;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.business.BusinessEvent.BusinessClosed;
import vn.soto.contracts.business.BusinessEvent.BusinessCorrected;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocated;
import vn.soto.contracts.business.BusinessEvent.BusinessReopened;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.catalogue.CatalogueEvent.ServiceCatalogueAdopted;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCatalogue;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.policy.CreditRule;
import vn.soto.contracts.policy.PolicyEvent.PolicyAdopted;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.Sealed;
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
    private static final Instant HELPED_AT = Instant.parse("2026-08-02T03:04:05.000060Z");
    private static final Content CONTENT = new Content(
            List.of(new ServiceCode("public-service-procedure"), new ServiceCode("online-payment")),
            "1.004194.000.00.00.H09",
            Channel.ZALO,
            Mode.DEMONSTRATED,
            Outcome.NEEDS_FOLLOW_UP,
            HELPED_AT,
            LocalDate.of(2026, 8, 9));
    private static final List<ServiceCategory> CATEGORIES =
            List.of(ServiceCategory.ONLINE_PUBLIC_SERVICE, ServiceCategory.DIGITAL_PAYMENT);
    private static final List<Share> SHARES = List.of(new Share(MINH, 50), new Share(LAN, 50));
    private static final Sealed NOTE = new Sealed("c2VhbGVkLWZvci10aGUtaG91c2Vob2xk");

    private Samples() {}

    /** By the name of the golden file, without its ending: the stored name, with {@code +<variant>} where one is. */
    static SequencedMap<String, DomainEvent> all() {
        SequencedMap<String, DomainEvent> samples = new LinkedHashMap<>();
        units(samples);
        teams(samples);
        households(samples);
        businesses(samples);
        catalogue(samples);
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
        olderAssistances(samples);
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

    private static void businesses(SequencedMap<String, DomainEvent> samples) {
        BusinessId business = new BusinessId("b-3");
        UnitId near = new UnitId("u-ap-4");
        Sealed name = new Sealed("c2VhbGVkLXRyYWRlLW5hbWU");
        samples.put(
                "business.registered.v1",
                new BusinessRegistered(business, BusinessKind.COOPERATIVE, HAMLET, "HTX-3", name));
        samples.put(
                "business.registered.v1+no-trade-name",
                new BusinessRegistered(business, BusinessKind.ENTERPRISE, HAMLET, "DN-3", null));
        samples.put(
                "business.corrected.v1",
                new BusinessCorrected(business, BusinessKind.HOUSEHOLD_BUSINESS, HAMLET, "HKD-3", name));
        samples.put(
                "business.corrected.v1+no-trade-name",
                new BusinessCorrected(business, BusinessKind.HOUSEHOLD_BUSINESS, HAMLET, "HKD-3", null));
        samples.put("business.relocated.v1", new BusinessRelocated(business, HAMLET, near, DAY));
        samples.put("business.closed.v1", new BusinessClosed(business, near, DAY));
        samples.put("business.reopened.v1", new BusinessReopened(business, near, DAY));
    }

    private static void catalogue(SequencedMap<String, DomainEvent> samples) {
        samples.put(
                "catalogue.adopted.v1",
                new ServiceCatalogueAdopted(catalogue(new Service(
                        new ServiceCode("passport"),
                        "Cấp hộ chiếu trực tuyến",
                        "Passport, online",
                        ServiceCategory.ONLINE_PUBLIC_SERVICE,
                        DAY,
                        DAY.plusYears(1),
                        true))));
        samples.put(
                "catalogue.adopted.v1+no-last-day",
                new ServiceCatalogueAdopted(catalogue(new Service(
                        new ServiceCode("vneid"), "VNeID", "VNeID", ServiceCategory.VNEID, DAY, null, false))));
    }

    private static ServiceCatalogue catalogue(Service service) {
        return new ServiceCatalogue(2, List.of(service), DECISION, DAY);
    }

    private static void assistances(SequencedMap<String, DomainEvent> samples) {
        Responsible lan = new Responsible(TEAM, LAN);
        // Nobody is a household and a business at once; here nothing may be left out.
        Beneficiary both = new Beneficiary(HAMLET, HOUSEHOLD, new BusinessId("b-9"));
        samples.put(
                "assistance.recorded.v2",
                new AssistanceRecorded(ASSISTANCE, TEAM, both, SHARES, CONTENT, CATEGORIES, lan, NOTE));
        samples.put(
                "assistance.recorded.v2+walk-in",
                new AssistanceRecorded(
                        ASSISTANCE,
                        TEAM,
                        Beneficiary.walkIn(HAMLET),
                        List.of(new Share(LAN, 100)),
                        new Content(
                                List.of(new ServiceCode("vneid-level-2")),
                                Channel.PUBLIC_SERVICE_CENTRE,
                                Mode.SELF_PERFORMED,
                                HELPED_AT),
                        List.of(ServiceCategory.VNEID),
                        null,
                        null));
        samples.put(
                "assistance.corrected.v2",
                new AssistanceCorrected(ASSISTANCE, TEAM, both, SHARES, CONTENT, CATEGORIES, NOTE));
        samples.put(
                "assistance.corrected.v2+same-helpers-and-note",
                new AssistanceCorrected(ASSISTANCE, TEAM, both, null, CONTENT, CATEGORIES, null));
        samples.put("assistance.voided.v2", new AssistanceVoided(ASSISTANCE, TEAM, both));
        samples.put("assistance.flagged-late.v1", new AssistanceFlaggedLate(ASSISTANCE, TEAM, both, DAY, 30));
        samples.put("assistance.routed.v1", new AssistanceRouted(ASSISTANCE, TEAM, both, lan, DAY));
        samples.put(
                "assistance.followed-up.v1",
                new AssistanceFollowedUp(ASSISTANCE, TEAM, both, lan, Outcome.PARTLY, HELPED_AT, DAY));
        samples.put(
                "assistance.followed-up.v1+closed",
                new AssistanceFollowedUp(ASSISTANCE, TEAM, both, lan, Outcome.DONE, HELPED_AT, null));
        samples.put(
                "assistance.verified.v1",
                new AssistanceVerified(ASSISTANCE, TEAM, both, MINH, Verification.DENIED, HELPED_AT));
    }

    /** As the golden files of the first version are read today. */
    private static void olderAssistances(SequencedMap<String, DomainEvent> samples) {
        Beneficiary household = Beneficiary.of(HOUSEHOLD, HAMLET);
        List<Share> shares = List.of(new Share(LAN, 50), new Share(MINH, 50));
        Content content = new Content(
                List.of(new ServiceCode("digital-payment"), new ServiceCode("cyber-safety")),
                null,
                Channel.ZALO,
                Mode.DEMONSTRATED,
                Outcome.UNSTATED,
                HELPED_AT,
                null);
        List<ServiceCategory> categories = List.of(ServiceCategory.DIGITAL_PAYMENT, ServiceCategory.CYBER_SAFETY);
        samples.put(
                "assistance.recorded.v1",
                new AssistanceRecorded(ASSISTANCE, TEAM, household, shares, content, categories, null, null));
        samples.put(
                "assistance.corrected.v1",
                new AssistanceCorrected(ASSISTANCE, TEAM, household, null, content, categories, null));
        samples.put("assistance.voided.v1", new AssistanceVoided(ASSISTANCE, TEAM, household));
    }
}
