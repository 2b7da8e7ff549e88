package vn.soto.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccessEvent.AccountConfirmed;
import vn.soto.contracts.access.AccessEvent.AccountLinkConfirmed;
import vn.soto.contracts.access.AccessEvent.AccountLinked;
import vn.soto.contracts.access.AccessEvent.AccountLocked;
import vn.soto.contracts.access.AccessEvent.AccountReset;
import vn.soto.contracts.access.AccessEvent.AccountUnlinked;
import vn.soto.contracts.access.AccessEvent.AccountUnlocked;
import vn.soto.contracts.access.AccessEvent.GrantCorrected;
import vn.soto.contracts.access.AccessEvent.GrantEnded;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantApproval;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.HolderId;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.RoleHoldersEvent.RoleHolderListed;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceConfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedUnconfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRouted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditRule;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.business.BusinessEvent.BusinessClosed;
import vn.soto.contracts.business.BusinessEvent.BusinessCorrected;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocated;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocationCorrected;
import vn.soto.contracts.business.BusinessEvent.BusinessReopened;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.catalogue.CatalogueEvent.ServiceCatalogueAdopted;
import vn.soto.contracts.catalogue.CatalogueEvent.ServiceCatalogueWithdrawn;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCatalogue;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.CaseloadEvent.CaseloadFlaggedLeftBehind;
import vn.soto.contracts.household.Consent;
import vn.soto.contracts.household.ConsentEvent.ConsentCorrected;
import vn.soto.contracts.household.ConsentEvent.ConsentFlaggedMissing;
import vn.soto.contracts.household.ConsentEvent.ConsentRecorded;
import vn.soto.contracts.household.ConsentEvent.ConsentWithdrawalTakenBack;
import vn.soto.contracts.household.ConsentEvent.ConsentWithdrawn;
import vn.soto.contracts.household.ConsentMethod;
import vn.soto.contracts.household.ConsentPurpose;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.DepartureCorrected;
import vn.soto.contracts.household.HouseholdEvent.DuplicatesChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.ReferenceCorrected;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.ResidenceCorrected;
import vn.soto.contracts.household.HouseholdEvent.ReturnCorrected;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.household.UnassignmentCause;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationCorrected;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationRegistered;
import vn.soto.contracts.organisation.OrganisationEvent.SupportBegun;
import vn.soto.contracts.organisation.OrganisationEvent.SupportCorrected;
import vn.soto.contracts.organisation.OrganisationEvent.SupportEnded;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupClosed;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupRecorded;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupUpdated;
import vn.soto.contracts.outreach.CommunityGroupId;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachChannel;
import vn.soto.contracts.outreach.OutreachEvent.OutreachCancelled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachCorrected;
import vn.soto.contracts.outreach.OutreachEvent.OutreachFlaggedEstimated;
import vn.soto.contracts.outreach.OutreachEvent.OutreachFlaggedImplausible;
import vn.soto.contracts.outreach.OutreachEvent.OutreachHeld;
import vn.soto.contracts.outreach.OutreachEvent.OutreachRescheduled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachScheduled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.person.DataRequestEvent.DataRequestAnswered;
import vn.soto.contracts.person.DataRequestEvent.DataRequestCarriedOut;
import vn.soto.contracts.person.DataRequestEvent.DataRequestExtended;
import vn.soto.contracts.person.DataRequestEvent.DataRequestFlaggedLate;
import vn.soto.contracts.person.DataRequestEvent.DataRequestReceived;
import vn.soto.contracts.person.DataRequestEvent.DataRequestRefused;
import vn.soto.contracts.person.DataRequestId;
import vn.soto.contracts.person.DataRequestKind;
import vn.soto.contracts.person.DataRequestStep;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.ErasureEvent.ErasureListed;
import vn.soto.contracts.person.PersonEvent.HouseholdContactRecorded;
import vn.soto.contracts.person.PersonEvent.MemberProfileRecorded;
import vn.soto.contracts.person.PersonEvent.PersonalDataErased;
import vn.soto.contracts.person.PersonEvent.ProcessingRestricted;
import vn.soto.contracts.person.PersonEvent.RestrictionLifted;
import vn.soto.contracts.person.Subject;
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
import vn.soto.contracts.plan.SecondPerson;
import vn.soto.contracts.plan.StepRefusal;
import vn.soto.contracts.plan.WaitingPlansEvent.WaitingPlansChanged;
import vn.soto.contracts.policy.Adoption;
import vn.soto.contracts.policy.DataRequestTerms;
import vn.soto.contracts.policy.PolicyEvent.PolicyAdopted;
import vn.soto.contracts.policy.PolicyEvent.PolicyWithdrawn;
import vn.soto.contracts.policy.RetentionTerms;
import vn.soto.contracts.policy.SmallTeams;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.support.DeclineReason;
import vn.soto.contracts.support.RequestOutcome;
import vn.soto.contracts.support.RequestSource;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestDeclined;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestFlaggedLate;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReceived;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReleased;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReopened;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestResolved;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestTaken;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.CoverageEvent.UnitCoverageChanged;
import vn.soto.contracts.team.Covering;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.Office;
import vn.soto.contracts.team.TeamEvent.AppointmentCorrected;
import vn.soto.contracts.team.TeamEvent.ConsolidationCorrected;
import vn.soto.contracts.team.TeamEvent.CoverageCorrected;
import vn.soto.contracts.team.TeamEvent.DeputyAppointed;
import vn.soto.contracts.team.TeamEvent.DeputyRelieved;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.FoundingDecisionCorrected;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.LeaderRelieved;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MemberResumed;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.RenamingCorrected;
import vn.soto.contracts.team.TeamEvent.SuspensionCorrected;
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
import vn.soto.contracts.training.TrainingEvent.TrainingVoided;
import vn.soto.contracts.training.TrainingId;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent.UnitAbolished;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitRecoded;
import vn.soto.contracts.unit.UnitEvent.UnitRenamed;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitEvent.UnitRetyped;
import vn.soto.contracts.unit.UnitEvent.UnitSplit;
import vn.soto.contracts.unit.UnitEvent.UnitTakeOverUndone;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.contracts.unit.UnitNameEvent.UnitNameClaimed;
import vn.soto.contracts.unit.UnitNameEvent.UnitNameReleased;

/** One event of each stored version with every component present, and variants with the optional components absent. */
final class Samples {

    private static final TeamId TEAM = new TeamId("019a0000-0000-7000-8000-00000000000a");
    private static final MemberId LAN = new MemberId("lan-1");
    private static final MemberId MINH = new MemberId("minh-2");
    private static final HouseholdId HOUSEHOLD = new HouseholdId("h-17");
    private static final UnitId COMMUNE = new UnitId("u-phu-giao");
    private static final UnitId WARD = new UnitId("u-phuoc-vinh");
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
    private static final TeamId OTHER_TEAM = new TeamId("to-2");
    private static final List<CreditShare> JOINT_SHARES =
            List.of(new CreditShare(MINH, 60, new TeamId("to-1")), new CreditShare(LAN, 40, OTHER_TEAM));
    private static final Sealed NOTE = new Sealed("c2VhbGVkLWZvci10aGUtaG91c2Vob2xk");

    private Samples() {}

    /**
     * Samples by name of the golden file without its extension: the stored name, with {@code +<variant>} for a variant.
     */
    static SequencedMap<String, DomainEvent> all() {
        SequencedMap<String, DomainEvent> samples = new LinkedHashMap<>();
        units(samples);
        unitChanges(samples);
        teams(samples);
        changesOfTeams(samples);
        organisations(samples);
        trainings(samples);
        households(samples);
        moves(samples);
        duplicates(samples);
        consents(samples);
        businesses(samples);
        businesses(samples);
        catalogue(samples);
        assistances(samples);
        outreach(samples);
        groups(samples);
        requests(samples);
        persons(samples);
        plans(samples);
        corrections(samples);
        access(samples);
        ReportSamples.all(samples);
        UnitReportSamples.add(samples);
        RecognitionSamples.add(samples);
        CallBackSamples.add(samples);
        TargetSamples.add(samples);
        StipendSamples.add(samples);
        return samples;
    }

    /** Expected decoding of events in earlier versions, by name of the golden file. */
    static SequencedMap<String, DomainEvent> older() {
        SequencedMap<String, DomainEvent> samples = new LinkedHashMap<>();
        CallBackSamples.older(samples);
        samples.put("team.formed.v1", formed(TeamLevel.HAMLET));
        samples.put("household.registered.v1", new HouseholdRegistered(HOUSEHOLD, HAMLET, "PG-3-017"));
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
                "personal-data.erased.v1", new PersonalDataErased(Subject.of(LAN), ErasureBasis.ORDER_OF_AN_AUTHORITY));
        samples.put("policy.adopted.v3", policy(Adoption.BY_TWO_PERSONS, SmallTeams.FLAG, null));
        samples.put("policy.adopted.v3+small-teams-refused", policy(Adoption.BY_TWO_PERSONS, null, null));
        ReportSamples.older(samples);
        RecognitionSamples.older(samples);
        return samples;
    }

    private static void units(SequencedMap<String, DomainEvent> samples) {
        samples.put(
                "unit.established.v1",
                new UnitEstablished(HAMLET, UnitKind.HAMLET, "Ấp Đồng Tâm 3", "25819", COMMUNE, DECISION, DAY));
        samples.put(
                "unit.established.v1+no-code-no-parent",
                new UnitEstablished(COMMUNE, UnitKind.MUNICIPALITY, "Bình Dương", null, null, DECISION, DAY));
        samples.put("policy.adopted.v5", policyOnPersonalData());
        samples.put("policy.adopted.v5+nothing-optional", policy(Adoption.BY_TWO_PERSONS, null, null));
        samples.put("policy.withdrawn.v1", new PolicyWithdrawn(2));
        samples.put("unit-name.claimed.v1", new UnitNameClaimed(COMMUNE, "ấp đồng tâm 3", HAMLET));
    }

    private static PolicyAdopted policyOnPersonalData() {
        return new PolicyAdopted(
                3,
                new Terms(
                        7,
                        200,
                        3,
                        14,
                        4,
                        CreditRule.FIRST_HELPER,
                        List.of("erase-household-data"),
                        SmallTeams.FLAG,
                        3,
                        new DataRequestTerms(2, 10, 11, 20, 15, 14, 13, 21, 12),
                        new RetentionTerms(24, 60, 36, 12)),
                DECISION,
                DAY,
                Adoption.BY_TWO_PERSONS);
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

    private static void unitChanges(SequencedMap<String, DomainEvent> samples) {
        samples.put("unit.renamed.v1", new UnitRenamed(HAMLET, "Ấp Đồng Tâm", DECISION, DAY));
        samples.put("unit.recoded.v1", new UnitRecoded(COMMUNE, "25780", DECISION, DAY));
        samples.put("unit.retyped.v1", new UnitRetyped(HAMLET, UnitKind.NEIGHBOURHOOD, DECISION, DAY));
        samples.put("unit.reparented.v1", new UnitReparented(HAMLET, WARD, "Khu phố 12", DECISION, DAY));
        samples.put("unit.reparented.v1+same-name", new UnitReparented(HAMLET, WARD, null, DECISION, DAY));
        samples.put("unit.merged.v1", new UnitMerged(COMMUNE, WARD, DECISION, DAY));
        samples.put("unit.split.v1", new UnitSplit(COMMUNE, List.of(WARD, new UnitId("u-an-long")), DECISION, DAY));
        samples.put("unit.abolished.v1", new UnitAbolished(COMMUNE, DECISION, DAY));
        samples.put("unit.took-over.v1", new UnitTookOver(WARD, COMMUNE, UnitChange.SPLIT, DECISION, DAY));
        samples.put("unit.change-undone.v1", new UnitChangeUndone(COMMUNE, UnitChange.MERGED, DAY));
        samples.put("unit.take-over-undone.v1", new UnitTakeOverUndone(WARD, COMMUNE, DAY));
        samples.put("unit-name.released.v1", new UnitNameReleased(COMMUNE, "ấp đồng tâm 3", HAMLET, DAY));
        samples.put("unit-name.released.v1+any-day", new UnitNameReleased(COMMUNE, "ấp đồng tâm 3", HAMLET, null));
    }

    private static void teams(SequencedMap<String, DomainEvent> samples) {
        samples.put("team.formed.v2", formed(TeamLevel.COMMUNE));
        samples.put("team.member-enrolled.v1", new MemberEnrolled(TEAM, MINH, MemberOrigin.WOMENS_UNION, DAY));
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
                        new FoundingMember(LAN, MemberOrigin.YOUTH_UNION),
                        new FoundingMember(MINH, MemberOrigin.TEACHER)),
                LAN,
                DAY);
    }

    private static void changesOfTeams(SequencedMap<String, DomainEvent> samples) {
        samples.put("team.renamed.v1", new TeamRenamed(TEAM, "Tổ chuyển đổi số khu phố 3", DECISION, DAY));
        samples.put("team.coverage-changed.v1", new TeamCoverageChanged(TEAM, List.of(HAMLET), DECISION, DAY));
        samples.put(
                "team.membership-corrected.v1",
                new MembershipCorrected(
                        TEAM, MINH, DAY.minusDays(1), MemberOrigin.FARMERS_UNION, DAY, DAY.plusDays(9)));
        samples.put(
                "team.membership-corrected.v1+open",
                new MembershipCorrected(TEAM, MINH, DAY.minusDays(1), MemberOrigin.FARMERS_UNION, DAY, null));
        samples.put(
                "team.suspension-corrected.v1",
                new SuspensionCorrected(TEAM, MINH, DAY, DAY.plusDays(1), DAY.plusDays(9)));
        samples.put(
                "team.suspension-corrected.v1+open", new SuspensionCorrected(TEAM, MINH, DAY, DAY.plusDays(1), null));
        samples.put("team.suspension-corrected.v1+taken-back", new SuspensionCorrected(TEAM, MINH, DAY, null, null));
        samples.put("team.member-suspended.v1", new MemberSuspended(TEAM, MINH, DAY));
        samples.put("team.member-resumed.v1", new MemberResumed(TEAM, MINH, DAY));
        samples.put("team.leader-relieved.v1", new LeaderRelieved(TEAM, LAN, DAY));
        samples.put("team.deputy-appointed.v1", new DeputyAppointed(TEAM, MINH, DAY));
        samples.put("team.deputy-relieved.v1", new DeputyRelieved(TEAM, MINH, DAY));
        samples.put(
                "team.flagged-led-by-another.v1",
                new TeamFlaggedLedByAnother(TEAM, LAN, MemberOrigin.YOUTH_UNION, DAY));
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

    private static void access(SequencedMap<String, DomainEvent> samples) {
        AccountId account = new AccountId("Lan.Nguyen@xa-a.example");
        GrantId grant = new GrantId("019a0000-0000-7000-8000-0000000000f1");
        Area both = new Area(HAMLET, new OrganisationId("o-8"));
        LinkedPerson person = new LinkedPerson(LAN, new HolderId("019a0000-0000-7000-8000-0000000000f2"));
        LocalDate last = DAY.plusDays(180);
        samples.put(
                "account.role-granted.v1",
                new RoleGranted(account, grant, Role.OFFICER, both, DAY, last, DECISION, GrantApproval.BY_TWO_PERSONS));
        samples.put(
                "account.role-granted.v1+whole",
                new RoleGranted(
                        account, grant, Role.ADMINISTRATOR, Area.WHOLE, DAY, null, null, GrantApproval.BY_ONE_PERSON));
        samples.put("account.grant-ended.v1", new GrantEnded(account, grant, last));
        samples.put(
                "account.grant-corrected.v1",
                new GrantCorrected(account, grant, DAY, last, GrantApproval.BY_TWO_PERSONS));
        samples.put(
                "account.grant-corrected.v1+open",
                new GrantCorrected(account, grant, DAY, null, GrantApproval.NOT_NEEDED));
        samples.put("account.link-confirmed.v1", new AccountLinkConfirmed(account, List.of(both)));
        samples.put("account.link-confirmed.v1+whole", new AccountLinkConfirmed(account, List.of(Area.WHOLE)));
        samples.put("account.linked.v2+alone", new AccountLinked(account, person, DAY));
        samples.put("account.linked.v2", new AccountLinked(account, person, DAY, GrantApproval.BY_TWO_PERSONS));
        samples.put("account.unlinked.v2+alone", new AccountUnlinked(account, person, last));
        samples.put("account.unlinked.v2", new AccountUnlinked(account, person, last, GrantApproval.BY_TWO_PERSONS));
        samples.put("account.locked.v1", new AccountLocked(account));
        samples.put("account.unlocked.v1", new AccountUnlocked(account));
        samples.put("account.reset.v1", new AccountReset(account, new AccountId("hoa"), true));
        samples.put("account.reset.v1+alone", new AccountReset(account, null, false));
        samples.put("account.confirmed.v1", new AccountConfirmed(account));
        samples.put("role-holders.listed.v1", new RoleHolderListed(Role.ADMINISTRATOR, account));
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
        samples.put("training.voided.v1", new TrainingVoided(training, DAY, List.of(TEAM)));
        samples.put("training.cancelled.v1", new TrainingCancelled(training));
    }

    private static void households(SequencedMap<String, DomainEvent> samples) {
        Responsible lan = new Responsible(TEAM, LAN);
        Responsible minh = new Responsible(new TeamId("t-2"), MINH);
        samples.put("household.registered.v2", new HouseholdRegistered(HOUSEHOLD, HAMLET, "PG-3-017", DAY));
        samples.put("household.registered.v2+no-day", new HouseholdRegistered(HOUSEHOLD, HAMLET, "PG-3-017"));
        samples.put("household.assigned.v1", new HouseholdAssigned(HOUSEHOLD, HAMLET, lan, DAY));
        samples.put("household.reassigned.v1", new HouseholdReassigned(HOUSEHOLD, HAMLET, lan, minh, DAY));
        samples.put("caseload.changed.v1", new CaseloadChanged(LAN, TEAM, 221, 220));
    }

    private static void moves(SequencedMap<String, DomainEvent> samples) {
        Responsible lan = new Responsible(TEAM, LAN);
        UnitId near = new UnitId("u-ap-4");
        samples.put(
                "household.unassigned.v1",
                new HouseholdUnassigned(HOUSEHOLD, near, lan, UnassignmentCause.MOVED_OUT_OF_COVERAGE, DAY));
        samples.put("household.relocated.v1", new HouseholdRelocated(HOUSEHOLD, HAMLET, near, lan, DAY));
        samples.put(
                "household.relocated.v1+nobody-responsible",
                new HouseholdRelocated(HOUSEHOLD, HAMLET, near, null, DAY));
        samples.put("household.left.v1", new HouseholdLeft(HOUSEHOLD, near, DAY));
        samples.put("household.returned.v1", new HouseholdReturned(HOUSEHOLD, HAMLET, DAY));
        samples.put("household.registration-withdrawn.v1", new RegistrationWithdrawn(HOUSEHOLD, HAMLET));
        samples.put("caseload.flagged-left-behind.v1", new CaseloadFlaggedLeftBehind(LAN, TEAM, 17, DAY));
    }

    private static void duplicates(SequencedMap<String, DomainEvent> samples) {
        HouseholdId survivor = new HouseholdId("h-4");
        List<TeamId> teams = List.of(TEAM, new TeamId("t-2"));
        samples.put("household.first-helped.v1", new HouseholdFirstHelped(HOUSEHOLD, HAMLET, TEAM, survivor));
        samples.put("household.first-helped.v1+not-merged", new HouseholdFirstHelped(HOUSEHOLD, HAMLET, TEAM, null));
        samples.put("household.merged.v1", new HouseholdMerged(HOUSEHOLD, HAMLET, survivor, teams));
        samples.put("household.separated.v1", new HouseholdSeparated(HOUSEHOLD, HAMLET, survivor, teams));
        samples.put("household.duplicates-changed.v1", new DuplicatesChanged(survivor, HAMLET, List.of(HOUSEHOLD)));
    }

    private static void consents(SequencedMap<String, DomainEvent> samples) {
        samples.put(
                "consent.recorded.v1",
                new ConsentRecorded(
                        HOUSEHOLD, new Consent(ConsentPurpose.PHOTO, 2, ConsentMethod.SIGNED_FORM, TEAM, LAN, DAY)));
        samples.put("consent.withdrawn.v1", new ConsentWithdrawn(HOUSEHOLD, ConsentPurpose.PUBLICATION, DAY));
        samples.put(
                "consent.withdrawal-taken-back.v1",
                new ConsentWithdrawalTakenBack(HOUSEHOLD, ConsentPurpose.PUBLICATION, DAY));
        samples.put("consent.flagged-missing.v1", new ConsentFlaggedMissing(HOUSEHOLD, ConsentPurpose.CONTACT, DAY));
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
        samples.put("catalogue.withdrawn.v1", new ServiceCatalogueWithdrawn(2));
    }

    private static ServiceCatalogue catalogue(Service service) {
        return new ServiceCatalogue(2, List.of(service), DECISION, DAY);
    }

    private static void assistances(SequencedMap<String, DomainEvent> samples) {
        Responsible lan = new Responsible(TEAM, LAN);
        // A beneficiary is never both; this sample still sets all components.
        Beneficiary both = new Beneficiary(HAMLET, HOUSEHOLD, new BusinessId("b-9"));
        samples.put(
                "assistance.recorded.v3",
                new AssistanceRecorded(ASSISTANCE, TEAM, both, JOINT_SHARES, CONTENT, CATEGORIES, lan, NOTE));
        samples.put(
                "assistance.recorded.v3+walk-in",
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
                "assistance.corrected.v4",
                new AssistanceCorrected(
                        ASSISTANCE,
                        TEAM,
                        both,
                        JOINT_SHARES,
                        CONTENT,
                        CATEGORIES,
                        NOTE,
                        new AssistanceCorrected.Moved(both, lan),
                        MINH,
                        List.of(OTHER_TEAM)));
        samples.put(
                "assistance.corrected.v4+same-helpers-note-and-beneficiary",
                new AssistanceCorrected(ASSISTANCE, TEAM, both, null, CONTENT, CATEGORIES, null));
        samples.put("assistance.voided.v4", new AssistanceVoided(ASSISTANCE, TEAM, both, MINH, List.of(OTHER_TEAM)));
        samples.put("assistance.voided.v4+by-an-officer-of-one-team", new AssistanceVoided(ASSISTANCE, TEAM, both));
        samples.put(
                "assistance.flagged-unconfirmed.v1",
                new AssistanceFlaggedUnconfirmed(ASSISTANCE, TEAM, both, new AccountId("lan")));
        samples.put("assistance.confirmed.v1", new AssistanceConfirmed(ASSISTANCE, TEAM, both));
        samples.put("assistance.flagged-late.v1", new AssistanceFlaggedLate(ASSISTANCE, TEAM, both, DAY, 30));
        samples.put("assistance.routed.v1", new AssistanceRouted(ASSISTANCE, TEAM, both, lan, DAY));
        samples.put(
                "assistance.followed-up.v1",
                new AssistanceFollowedUp(ASSISTANCE, TEAM, both, lan, AssistanceOutcome.PARTLY, HELPED_AT, DAY));
        samples.put(
                "assistance.followed-up.v1+closed",
                new AssistanceFollowedUp(ASSISTANCE, TEAM, both, lan, AssistanceOutcome.DONE, HELPED_AT, null));
        samples.put(
                "assistance.verified.v1",
                new AssistanceVerified(ASSISTANCE, TEAM, both, MINH, Verification.DENIED, HELPED_AT));
    }

    /** Expected decoding of records as they were before helpers of two teams shared one. */
    private static void assistancesOfOneTeam(SequencedMap<String, DomainEvent> samples) {
        Responsible lan = new Responsible(TEAM, LAN);
        Beneficiary both = new Beneficiary(HAMLET, HOUSEHOLD, new BusinessId("b-9"));
        samples.put(
                "assistance.recorded.v2",
                new AssistanceRecorded(ASSISTANCE, TEAM, both, SHARES, CONTENT, CATEGORIES, lan, NOTE));
        samples.put(
                "assistance.recorded.v2+walk-in", Objects.requireNonNull(all().get("assistance.recorded.v3+walk-in")));
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
        samples.put("outreach.voided.v1", new OutreachVoided(session, TEAM, HAMLET));
    }

    /** Corrections of facts of teams, households, businesses and organisations. */
    private static void corrections(SequencedMap<String, DomainEvent> samples) {
        Responsible lan = new Responsible(TEAM, LAN);
        Responsible minh = new Responsible(TEAM, MINH);
        LocalDate right = DAY.plusDays(4);
        OrganisationId organisation = new OrganisationId("org-1");
        samples.put("team.founding-decision-corrected.v1", new FoundingDecisionCorrected(TEAM, DECISION, DAY));
        samples.put("team.appointment-corrected.v1", new AppointmentCorrected(TEAM, Office.DEPUTY, MINH, DAY, right));
        samples.put("team.renaming-corrected.v1", new RenamingCorrected(TEAM, "Tổ Đông Hồ", DAY, right));
        samples.put("team.coverage-corrected.v1", new CoverageCorrected(TEAM, List.of(HAMLET, WARD), DAY, right));
        samples.put(
                "team.consolidation-corrected.v1",
                new ConsolidationCorrected(TEAM, List.of(new TeamId("t-2")), DAY, right));
        samples.put(
                "team.consolidation-corrected.v1+taken-back",
                new ConsolidationCorrected(TEAM, List.of(new TeamId("t-2")), DAY, null));
        samples.put("team.dissolution-corrected.v1", new DissolutionCorrected(TEAM, DAY, right));
        samples.put("team.dissolution-corrected.v1+goes-on", new DissolutionCorrected(TEAM, DAY, null));
        samples.put("household.reference-corrected.v1", new ReferenceCorrected(HOUSEHOLD, HAMLET, "HK-17/3"));
        samples.put(
                "household.assignment-corrected.v1", new AssignmentCorrected(HOUSEHOLD, HAMLET, lan, minh, DAY, right));
        samples.put(
                "household.assignment-corrected.v1+nobody",
                new AssignmentCorrected(HOUSEHOLD, HAMLET, null, null, DAY, right));
        samples.put(
                "household.relocation-corrected.v1",
                new RelocationCorrected(HOUSEHOLD, COMMUNE, HAMLET, WARD, DAY, right));
        samples.put("household.departure-corrected.v1", new DepartureCorrected(HOUSEHOLD, COMMUNE, HAMLET, DAY, right));
        samples.put("household.return-corrected.v1", new ReturnCorrected(HOUSEHOLD, COMMUNE, HAMLET, DAY, right));
        samples.put("household.residence-corrected.v1", new ResidenceCorrected(HOUSEHOLD, HAMLET, DAY, right));
        samples.put("household.residence-corrected.v1+no-days", new ResidenceCorrected(HOUSEHOLD, HAMLET, null, null));
        samples.put(
                "consent.corrected.v1",
                new ConsentCorrected(
                        HOUSEHOLD,
                        DAY,
                        new Consent(ConsentPurpose.PHOTO, 2, ConsentMethod.SIGNED_FORM, TEAM, LAN, right)));
        samples.put(
                "business.relocation-corrected.v1",
                new BusinessRelocationCorrected(new BusinessId("b-9"), COMMUNE, HAMLET, WARD, DAY, right));
        samples.put(
                "organisation.corrected.v1",
                new OrganisationCorrected(organisation, "VNPT Bình Dương", OrganisationKind.TELECOM_COMPANY));
        samples.put(
                "organisation.support-corrected.v1",
                new SupportCorrected(organisation, TEAM, DAY, right, right.plusDays(30)));
        samples.put(
                "organisation.support-corrected.v1+open", new SupportCorrected(organisation, TEAM, DAY, right, null));
    }

    private static void outreach(SequencedMap<String, DomainEvent> samples) {
        OutreachId session = new OutreachId("o-9");
        Holding holding = new Holding(DAY.plusDays(3), 64, CountBasis.SIGNED_LIST, List.of(LAN, MINH));
        samples.put(
                "outreach.scheduled.v1",
                new OutreachScheduled(
                        session,
                        TEAM,
                        HAMLET,
                        Instant.parse("2026-07-04T12:30:00.000001Z"),
                        List.of(ServiceCategory.VNEID, ServiceCategory.CYBER_SAFETY),
                        OutreachChannel.RESIDENTS_MEETING));
        samples.put(
                "outreach.rescheduled.v1",
                new OutreachRescheduled(session, TEAM, HAMLET, Instant.parse("2026-07-05T12:30:00Z")));
        samples.put("outreach.held.v1", new OutreachHeld(session, TEAM, HAMLET, holding));
        samples.put("outreach.cancelled.v1", new OutreachCancelled(session, TEAM, HAMLET));
        samples.put("outreach.corrected.v2", new OutreachCorrected(session, TEAM, HAMLET, holding, LAN));
        samples.put("outreach.corrected.v2+by-an-officer", new OutreachCorrected(session, TEAM, HAMLET, holding));
        samples.put("outreach.voided.v2", new OutreachVoided(session, TEAM, HAMLET, LAN));
        samples.put("outreach.voided.v2+by-an-officer", new OutreachVoided(session, TEAM, HAMLET));
        samples.put("outreach.flagged-estimated.v1", new OutreachFlaggedEstimated(session, TEAM, HAMLET, 64));
        samples.put("outreach.flagged-implausible.v1", new OutreachFlaggedImplausible(session, TEAM, HAMLET, 900, 440));
    }

    private static void groups(SequencedMap<String, DomainEvent> samples) {
        CommunityGroupId group = new CommunityGroupId("g-2");
        samples.put("community-group.recorded.v1", new CommunityGroupRecorded(group, TEAM, 180, DAY));
        samples.put("community-group.updated.v1", new CommunityGroupUpdated(group, TEAM, 195, DAY.plusDays(30)));
        samples.put("community-group.closed.v1", new CommunityGroupClosed(group, TEAM, DAY.plusDays(60)));
    }

    private static void requests(SequencedMap<String, DomainEvent> samples) {
        SupportRequestId request = new SupportRequestId("r-4");
        samples.put(
                "support-request.received.v1",
                new SupportRequestReceived(
                        request,
                        HAMLET,
                        HOUSEHOLD,
                        RequestSource.ZALO,
                        List.of(ServiceCategory.VNEID, ServiceCategory.DIGITAL_SIGNATURE),
                        DAY,
                        DAY.plusDays(5),
                        new Sealed("AAECAwQFBgcICQoLDA0ODw_-"),
                        new Sealed("EBESExQVFhcYGRobHB0eHw_-"),
                        new Sealed("ICEiIyQlJicoKSorLC0uLw_-")));
        samples.put(
                "support-request.received.v1+unit-only",
                new SupportRequestReceived(
                        request,
                        HAMLET,
                        null,
                        RequestSource.HOTLINE,
                        List.of(ServiceCategory.OTHER),
                        DAY,
                        DAY.plusDays(5),
                        null,
                        null,
                        null));
        samples.put("support-request.taken.v1", new SupportRequestTaken(request, HAMLET, TEAM, LAN, DAY));
        samples.put("support-request.released.v1", new SupportRequestReleased(request, HAMLET, TEAM, LAN, DAY));
        samples.put(
                "support-request.resolved.v1",
                new SupportRequestResolved(
                        request, HAMLET, TEAM, LAN, RequestOutcome.PARTLY_DONE, ASSISTANCE, DAY.plusDays(7)));
        samples.put(
                "support-request.resolved.v1+no-assistance",
                new SupportRequestResolved(request, HAMLET, TEAM, LAN, RequestOutcome.REFERRED, null, DAY));
        samples.put(
                "support-request.flagged-late.v1",
                new SupportRequestFlaggedLate(request, HAMLET, TEAM, DAY.plusDays(5), DAY.plusDays(7)));
        samples.put(
                "support-request.declined.v1",
                new SupportRequestDeclined(request, HAMLET, TEAM, DeclineReason.DUPLICATE, DAY));
        samples.put(
                "support-request.declined.v1+not-taken",
                new SupportRequestDeclined(request, HAMLET, null, DeclineReason.CANNOT_BE_REACHED, DAY));
        samples.put(
                "support-request.reopened.v1",
                new SupportRequestReopened(request, HAMLET, TEAM, DAY.plusDays(8), DAY.plusDays(13)));
        samples.put(
                "support-request.reopened.v1+not-taken",
                new SupportRequestReopened(request, HAMLET, null, DAY.plusDays(8), DAY.plusDays(13)));
    }

    private static void persons(SequencedMap<String, DomainEvent> samples) {
        Sealed name = new Sealed("AQGaAAAAAHAAgAAAAAAAAAEAAQIDBAUGBwgJCgs");
        Sealed phone = new Sealed("AQGaAAAAAHAAgAAAAAAAAAEMDQ4PEBESExQVFhc");
        Sealed address = new Sealed("AQGaAAAAAHAAgAAAAAAAAAEYGRobHB0eHyAhIiM");
        samples.put("personal-data.member-recorded.v1", new MemberProfileRecorded(LAN, name, phone));
        samples.put("personal-data.member-recorded.v1+name-only", new MemberProfileRecorded(LAN, name, null));
        samples.put(
                "personal-data.household-recorded.v1", new HouseholdContactRecorded(HOUSEHOLD, name, phone, address));
        samples.put(
                "personal-data.household-recorded.v1+name-only",
                new HouseholdContactRecorded(HOUSEHOLD, name, null, null));
        samples.put(
                "personal-data.erased.v2",
                new PersonalDataErased(Subject.of(HOUSEHOLD), ErasureBasis.RETENTION_OVER, DAY));
        samples.put(
                "personal-data.erased.v2+other-basis",
                new PersonalDataErased(Subject.of(LAN), ErasureBasis.ORDER_OF_AN_AUTHORITY));
        dataRequests(samples);
        samples.put("erasures.listed.v1", new ErasureListed(Subject.of(HOUSEHOLD), 3));
    }

    private static void dataRequests(SequencedMap<String, DomainEvent> samples) {
        DataRequestId asked = new DataRequestId("dr-1");
        Subject home = Subject.of(HOUSEHOLD);
        samples.put(
                "data-request.received.v1",
                new DataRequestReceived(
                        asked, home, DataRequestKind.ACCESS, true, DAY, DAY.plusDays(2), DAY.plusDays(20)));
        samples.put("data-request.answered.v1", new DataRequestAnswered(asked, home, DAY.plusDays(5)));
        samples.put(
                "data-request.extended.v1", new DataRequestExtended(asked, home, DAY.plusDays(6), DAY.plusDays(35)));
        samples.put("data-request.carried-out.v1", new DataRequestCarriedOut(asked, home, DAY.plusDays(36)));
        samples.put("data-request.refused.v1", new DataRequestRefused(asked, home, DAY.plusDays(7)));
        samples.put(
                "data-request.flagged-late.v1",
                new DataRequestFlaggedLate(asked, home, DataRequestStep.ANSWER, DAY.plusDays(2), DAY.plusDays(5)));
        samples.put("personal-data.restricted.v1", new ProcessingRestricted(home, DAY, asked));
        samples.put("personal-data.restricted.v1+no-request", new ProcessingRestricted(home, DAY, null));
        samples.put("personal-data.restriction-lifted.v1", new RestrictionLifted(home, DAY.plusDays(3)));
    }

    private static void plans(SequencedMap<String, DomainEvent> samples) {
        PlanId plan = new PlanId("019a0000-0000-7000-8000-0000000000f1");
        PlanId undo = new PlanId("undo-1");
        String digest = "cd".repeat(32);
        List<String> commands = List.of("erase-member-data", "void-assistance");
        samples.put(
                "plan.submitted.v2",
                new PlanSubmitted(
                        plan,
                        PlanKind.REORGANISATION,
                        401,
                        3,
                        digest,
                        "can-bo-1",
                        true,
                        undo,
                        commands,
                        new SecondPerson(List.of("ADMINISTRATOR"), true)));
        samples.put(
                "plan.submitted.v2+needs-nobody",
                new PlanSubmitted(plan, PlanKind.IMPORT, 401, 3, digest, "can-bo-1", false, null, commands, null));
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
                        List.of(new StepRefusal(17, 19, "UNIT_NAME_IS_FREE_WITHIN_PARENT", List.of("ấp 3")))));
        samples.put("plan.paused.v1", new PlanPaused(plan));
        samples.put("plan.stopped.v1", new PlanStopped(plan, 17));
        samples.put("plan.resumed.v1", new PlanResumed(plan, 2, 17));
        samples.put("plan.completed.v1", new PlanCompleted(plan, 2));
        samples.put("plan.abandoned.v1", new PlanAbandoned(plan));
        samples.put("plan.reversed.v1", new PlanReversed(plan, undo));
        samples.put("plan-part.recorded.v2", part(REGISTRATION, "ef".repeat(16)));
        samples.put("plan-part.recorded.v2+no-command", part(NO_COMMAND, "ef".repeat(16)));
        samples.put("plans.open-changed.v1", new OpenPlansChanged(List.of(plan, undo)));
        samples.put("waiting-plans.changed.v1", new WaitingPlansChanged("an", List.of(plan, undo)));
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
        samples.put("account.unlinked.v1", new AccountUnlinked(account, person, DAY.plusDays(180)));
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
