package vn.soto.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccessEvent.AccountLinked;
import vn.soto.contracts.access.AccessEvent.AccountUnlinked;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.HolderId;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditRule;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachEvent.OutreachCorrected;
import vn.soto.contracts.outreach.OutreachEvent.OutreachHeld;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.PersonEvent.PersonalDataErased;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.plan.PlanEvent.PlanSubmitted;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.policy.Adoption;
import vn.soto.contracts.policy.PolicyEvent.PolicyAdopted;
import vn.soto.contracts.policy.SmallTeams;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.contracts.unit.UnitId;

/** One event of each stored version with every component present, and variants with the optional components absent. */
final class Samples {

    private static final TeamId TEAM = new TeamId("019a0000-0000-7000-8000-00000000000a");
    private static final MemberId LAN = new MemberId("lan-1");
    private static final MemberId MINH = new MemberId("minh-2");
    private static final HouseholdId HOUSEHOLD = new HouseholdId("h-17");
    private static final UnitId HAMLET = new UnitId("u-ap-3");
    private static final AssistanceId ASSISTANCE = new AssistanceId("a-5");
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final Instrument DECISION = new Instrument("19/2025/QĐ-TTg", LocalDate.of(2025, 6, 30));
    private static final Instant HELPED_AT = Instant.parse("2026-08-02T03:04:05.000060Z");
    private static final AssistanceContent CONTENT = new AssistanceContent(
            List.of(new ServiceCode("public-service-procedure"), new ServiceCode("online-payment")),
            "1.004194.000.00.00.H09",
            Channel.ZALO,
            Mode.DEMONSTRATED,
            AssistanceOutcome.NEEDS_FOLLOW_UP,
            HELPED_AT,
            LocalDate.of(2026, 8, 9));
    private static final List<ServiceCategory> CATEGORIES =
            List.of(ServiceCategory.ONLINE_PUBLIC_SERVICE, ServiceCategory.DIGITAL_PAYMENT);
    private static final List<CreditShare> SHARES = List.of(new CreditShare(MINH, 50), new CreditShare(LAN, 50));
    private static final Sealed NOTE = new Sealed("c2VhbGVkLWZvci10aGUtaG91c2Vob2xk");

    private Samples() {}

    /** Events of which the code computes a component, such as a hash, by name of the golden file: stored name and variant. */
    static SequencedMap<String, DomainEvent> computed() {
        SequencedMap<String, DomainEvent> samples = new LinkedHashMap<>();
        ReportSamples.computed(samples);
        UnitReportSamples.computed(samples);
        StipendSamples.computed(samples);
        return samples;
    }

    /** Expected decoding of events in earlier versions, by name of the golden file. */
    static SequencedMap<String, DomainEvent> older() {
        SequencedMap<String, DomainEvent> samples = new LinkedHashMap<>();
        CallBackSamples.older(samples);
        samples.put("team.formed.v1", formed(TeamLevel.HAMLET));
        samples.put("household.registered.v1", new HouseholdRegistered(HOUSEHOLD, HAMLET, "PG-3-017"));
        samples.put(
                "household.relocation-withdrawn.v1",
                new RelocationWithdrawn(
                        HOUSEHOLD,
                        HAMLET,
                        HAMLET,
                        new UnitId("u-phuoc-vinh"),
                        LocalDate.of(2026, 7, 1),
                        List.of(new Responsible(TEAM, LAN)),
                        List.of()));
        olderAssistances(samples);
        assistancesOfOneTeam(samples);
        olderCorrections(samples);
        olderPlans(samples);
        olderLinks(samples);
        samples.put("policy.adopted.v1", policy(null, null, null));
        samples.put("policy.adopted.v2", policy(Adoption.BY_TWO_PERSONS, null, null));
        samples.put("policy.adopted.v4", policy(Adoption.BY_TWO_PERSONS, SmallTeams.FLAG, 3));
        samples.put("policy.adopted.v4+nothing-optional", policy(Adoption.BY_TWO_PERSONS, null, null));
        samples.put(
                "personal-data.erased.v1",
                new PersonalDataErased(Subject.of(LAN), ErasureBasis.ORDER_OF_AN_AUTHORITY, null));
        samples.put("policy.adopted.v3", policy(Adoption.BY_TWO_PERSONS, SmallTeams.FLAG, null));
        samples.put("policy.adopted.v3+small-teams-refused", policy(Adoption.BY_TWO_PERSONS, null, null));
        ReportSamples.older(samples);
        StipendSamples.older(samples);
        RecognitionSamples.older(samples);
        return samples;
    }

    private static PolicyAdopted policy(
            @Nullable Adoption adoption, @Nullable SmallTeams smallTeams, @Nullable Integer ownCorrectionDays) {
        return new PolicyAdopted(
                2,
                new Terms(
                        7,
                        200,
                        3,
                        14,
                        4,
                        CreditRule.FIRST_HELPER,
                        List.of("merge-households", "void-assistance"),
                        smallTeams,
                        ownCorrectionDays),
                DECISION,
                DAY,
                adoption);
    }

    private static TeamFormed formed(TeamLevel level) {
        return new TeamFormed(
                TEAM,
                level,
                "Tổ công nghệ số ấp 3",
                DECISION,
                List.of(HAMLET, new UnitId("u-ap-4")),
                List.of(
                        new FoundingMember(LAN, MemberOrigin.YOUTH_UNION),
                        new FoundingMember(MINH, MemberOrigin.TEACHER)),
                LAN,
                DAY);
    }

    /** Expected decoding of records as they were before helpers of two teams shared one. */
    private static void assistancesOfOneTeam(SequencedMap<String, DomainEvent> samples) {
        Responsible lan = new Responsible(TEAM, LAN);
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
                        List.of(new CreditShare(LAN, 100)),
                        new AssistanceContent(
                                List.of(new ServiceCode("vneid-level-2")),
                                Channel.PUBLIC_SERVICE_CENTRE,
                                Mode.SELF_PERFORMED,
                                HELPED_AT),
                        List.of(ServiceCategory.VNEID),
                        null,
                        null));
        samples.put(
                "assistance.corrected.v3",
                new AssistanceCorrected(
                        ASSISTANCE,
                        TEAM,
                        both,
                        SHARES,
                        CONTENT,
                        CATEGORIES,
                        NOTE,
                        new AssistanceCorrected.Moved(both, lan),
                        MINH,
                        List.of()));
        samples.put(
                "assistance.corrected.v3+same-helpers-note-and-beneficiary",
                new AssistanceCorrected(ASSISTANCE, TEAM, both, null, CONTENT, CATEGORIES, null));
        samples.put("assistance.voided.v3", new AssistanceVoided(ASSISTANCE, TEAM, both, MINH, List.of()));
        samples.put("assistance.voided.v3+by-an-officer", new AssistanceVoided(ASSISTANCE, TEAM, both));
    }

    /** Expected decoding of the golden files of version 1. */
    private static void olderAssistances(SequencedMap<String, DomainEvent> samples) {
        Beneficiary household = Beneficiary.of(HOUSEHOLD, HAMLET);
        List<CreditShare> shares = List.of(new CreditShare(LAN, 50), new CreditShare(MINH, 50));
        AssistanceContent content = new AssistanceContent(
                List.of(new ServiceCode("digital-payment"), new ServiceCode("cyber-safety")),
                null,
                Channel.ZALO,
                Mode.DEMONSTRATED,
                AssistanceOutcome.UNSTATED,
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

    /** Corrections as they were before members could make them and before they could change the beneficiary. */
    private static void olderCorrections(SequencedMap<String, DomainEvent> samples) {
        Beneficiary both = new Beneficiary(HAMLET, HOUSEHOLD, new BusinessId("b-9"));
        samples.put(
                "assistance.corrected.v2",
                new AssistanceCorrected(ASSISTANCE, TEAM, both, SHARES, CONTENT, CATEGORIES, NOTE));
        samples.put(
                "assistance.corrected.v2+same-helpers-and-note",
                new AssistanceCorrected(ASSISTANCE, TEAM, both, null, CONTENT, CATEGORIES, null));
        samples.put("assistance.voided.v2", new AssistanceVoided(ASSISTANCE, TEAM, both));
        OutreachId session = new OutreachId("o-9");
        Holding holding = new Holding(DAY.plusDays(3), 64, CountBasis.SIGNED_LIST, List.of(LAN, MINH));
        samples.put("outreach.corrected.v1", new OutreachCorrected(session, TEAM, HAMLET, holding));
        samples.put("outreach.corrected.v2", new OutreachCorrected(session, TEAM, HAMLET, holding, LAN));
        samples.put("outreach.corrected.v2+by-an-officer", new OutreachCorrected(session, TEAM, HAMLET, holding));
        samples.put("outreach.held.v1", new OutreachHeld(session, TEAM, HAMLET, holding));
        samples.put("outreach.voided.v1", new OutreachVoided(session, TEAM, HAMLET));
    }

    private static final PlanStep REGISTRATION = new PlanStep(202, "register-household", "{\"household\":\"h-17\"}");
    private static final PlanStep NO_COMMAND = new PlanStep(202, null, "VOIDING_IS_FINAL");

    private static PlanPartRecorded part(PlanStep step, @Nullable String salt) {
        PlanId plan = new PlanId("019a0000-0000-7000-8000-0000000000f1");
        return new PlanPartRecorded(plan, 1, 200, "ab".repeat(32), "cd".repeat(32), List.of(step), salt);
    }

    private static void olderLinks(SequencedMap<String, DomainEvent> samples) {
        AccountId account = new AccountId("Lan.Nguyen@xa-a.example");
        LinkedPerson person = new LinkedPerson(LAN, new HolderId("019a0000-0000-7000-8000-0000000000f2"));
        samples.put("account.linked.v1", new AccountLinked(account, person, DAY));
        samples.put("account.linked.v1+member", new AccountLinked(account, LinkedPerson.of(LAN), DAY));
        samples.put("account.unlinked.v1", new AccountUnlinked(account, person, DAY.plusDays(180), null));
    }

    private static void olderPlans(SequencedMap<String, DomainEvent> samples) {
        PlanId plan = new PlanId("019a0000-0000-7000-8000-0000000000f1");
        PlanId undo = new PlanId("undo-1");
        String digest = "cd".repeat(32);
        samples.put(
                "plan.submitted.v1",
                new PlanSubmitted(
                        plan, PlanKind.REORGANISATION, 401, 3, digest, "can-bo-1", true, undo, List.of(), null));
        samples.put(
                "plan.submitted.v1+undoes-none",
                new PlanSubmitted(plan, PlanKind.IMPORT, 401, 3, digest, "can-bo-1", false, null, List.of(), null));
        samples.put("plan-part.recorded.v1", part(REGISTRATION, null));
        samples.put("plan-part.recorded.v1+no-command", part(NO_COMMAND, null));
    }
}
