package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.catalogue.PlanCatalogue;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.SkillGroup;
import vn.soto.contracts.goal.Bound;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.goal.Goal;
import vn.soto.contracts.goal.IndicatorGoal;
import vn.soto.contracts.goal.Measure;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.outreach.CommunityGroupId;
import vn.soto.contracts.outreach.OutreachChannel;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.period.LateCounting;
import vn.soto.contracts.policy.InitialTerms;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.stipend.StipendScheme;
import vn.soto.contracts.stipend.StipendTerms;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.Office;
import vn.soto.contracts.training.Organiser;
import vn.soto.contracts.training.TrainingId;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.access.AccessCommand.CorrectGrant;
import vn.soto.domain.access.AccessCommand.EndGrant;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.access.AccessCommand.LinkAccount;
import vn.soto.domain.access.AccessCommand.UnlinkAccount;
import vn.soto.domain.business.BusinessCommand.CloseBusiness;
import vn.soto.domain.business.BusinessCommand.CorrectBusinessRelocation;
import vn.soto.domain.business.BusinessCommand.RegisterBusiness;
import vn.soto.domain.business.BusinessCommand.RelocateBusiness;
import vn.soto.domain.business.BusinessCommand.ReopenBusiness;
import vn.soto.domain.catalogue.CatalogueCommand.AdoptServiceCatalogue;
import vn.soto.domain.catalogue.CatalogueCommand.AdoptSkillGroups;
import vn.soto.domain.catalogue.CatalogueCommand.WithdrawServiceCatalogue;
import vn.soto.domain.catalogue.CatalogueCommand.WithdrawSkillGroups;
import vn.soto.domain.goal.CampaignCommand.PlanCampaign;
import vn.soto.domain.goal.CampaignCommand.ReviseCampaign;
import vn.soto.domain.goal.TargetCommand.SetTarget;
import vn.soto.domain.goal.TargetCommand.WithdrawTarget;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.CorrectAssignment;
import vn.soto.domain.household.HouseholdCommand.CorrectDeparture;
import vn.soto.domain.household.HouseholdCommand.CorrectRelocation;
import vn.soto.domain.household.HouseholdCommand.CorrectReturn;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.household.HouseholdCommand.ReturnHousehold;
import vn.soto.domain.household.HouseholdCommand.UnassignHousehold;
import vn.soto.domain.organisation.OrganisationCommand.CorrectSupport;
import vn.soto.domain.organisation.OrganisationCommand.EndSupport;
import vn.soto.domain.organisation.OrganisationCommand.RegisterOrganisation;
import vn.soto.domain.organisation.OrganisationCommand.SupportTeam;
import vn.soto.domain.outreach.CommunityGroupCommand.CloseCommunityGroup;
import vn.soto.domain.outreach.CommunityGroupCommand.CorrectGroupClosing;
import vn.soto.domain.outreach.CommunityGroupCommand.RecordCommunityGroup;
import vn.soto.domain.outreach.OutreachCommand.RescheduleOutreach;
import vn.soto.domain.outreach.OutreachCommand.ScheduleOutreach;
import vn.soto.domain.period.PeriodCommand.AdoptReportingCalendar;
import vn.soto.domain.period.PeriodCommand.WithdrawReportingCalendar;
import vn.soto.domain.policy.PolicyCommand.AdoptPolicy;
import vn.soto.domain.policy.PolicyCommand.WithdrawPolicy;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.stipend.StipendPolicyCommand.AdoptStipendPolicy;
import vn.soto.domain.stipend.StipendPolicyCommand.WithdrawStipendPolicy;
import vn.soto.domain.team.TeamCommand.AppointDeputy;
import vn.soto.domain.team.TeamCommand.AppointLeader;
import vn.soto.domain.team.TeamCommand.ChangeCoverage;
import vn.soto.domain.team.TeamCommand.ConsolidateTeams;
import vn.soto.domain.team.TeamCommand.CorrectAppointment;
import vn.soto.domain.team.TeamCommand.CorrectConsolidation;
import vn.soto.domain.team.TeamCommand.CorrectCoverage;
import vn.soto.domain.team.TeamCommand.CorrectDissolution;
import vn.soto.domain.team.TeamCommand.CorrectMembership;
import vn.soto.domain.team.TeamCommand.CorrectRenaming;
import vn.soto.domain.team.TeamCommand.CorrectSuspension;
import vn.soto.domain.team.TeamCommand.DissolveTeam;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.domain.team.TeamCommand.RelieveDeputy;
import vn.soto.domain.team.TeamCommand.RelieveLeader;
import vn.soto.domain.team.TeamCommand.RenameTeam;
import vn.soto.domain.team.TeamCommand.ResumeMember;
import vn.soto.domain.team.TeamCommand.SuspendMember;
import vn.soto.domain.training.TrainingCommand.CancelTraining;
import vn.soto.domain.training.TrainingCommand.ScheduleTraining;
import vn.soto.domain.unit.UnitCommand.AbolishUnit;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.domain.unit.UnitCommand.RecodeUnit;
import vn.soto.domain.unit.UnitCommand.RenameUnit;
import vn.soto.domain.unit.UnitCommand.ReparentUnit;
import vn.soto.domain.unit.UnitCommand.RetypeUnit;
import vn.soto.domain.unit.UnitCommand.SplitUnit;
import vn.soto.domain.unit.UnitCommand.UndoUnitChange;

/**
 * Each fact that has a day, entered for 2062 instead of 2026. The same fact of the right day is put before it; or it is
 * refused with the command that frees it, and then accepted.
 */
final class MistypedYearsTest extends SampleCommune {

    private static final LocalDate MEANT = TODAY.plusDays(30);
    private static final LocalDate MISTYPED = MEANT.withYear(2062);
    private static final String REASON = "gõ nhầm năm";
    private static final Instrument DECISION = signedOn(FOUNDED);
    private static final UnitId NEW = new UnitId("u-new");
    private static final UnitId OTHER_COMMUNE = new UnitId("u-commune-2");
    private static final MemberId HOA = new MemberId("m-hoa");
    private static final BusinessId SHOP = new BusinessId("b-1");
    private static final OrganisationId VNPT = new OrganisationId("org-1");
    private static final CampaignId CAMPAIGN = new CampaignId("c-1");
    private static final OutreachId SESSION = new OutreachId("o-1");
    private static final CommunityGroupId GROUP = new CommunityGroupId("g-1");
    private static final AccountId ACCOUNT = new AccountId("an");
    private static final GrantId GRANT = new GrantId("g-1");
    private static final List<ServiceCategory> TOPICS = List.of(ServiceCategory.VNEID);
    private static final Goal GOAL = new Goal(Bound.AT_LEAST, 50, Measure.COUNT);

    /**
     * @param fact   fact of the command of 2062
     * @param given  commands before it
     * @param far    the command of a day
     * @param mending command that the warning names, about 2062
     */
    record Case(String fact, List<Command> given, Function<LocalDate, Command> far, Command mending) {

        @Override
        public String toString() {
            return fact;
        }
    }

    private static Case of(String fact, Function<LocalDate, Command> far, Command mending, Command... given) {
        return new Case(fact, List.of(given), far, mending);
    }

    static Stream<Case> cases() {
        return Stream.of(ofUnits(), teams(), members(), households(), others(), province())
                .flatMap(Function.identity());
    }

    private static Command undo(UnitId unit, UnitChange change) {
        return new UndoUnitChange(unit, change, MISTYPED, REASON);
    }

    private static EstablishUnit hamlet(UnitId unit, String name, LocalDate from) {
        return new EstablishUnit(unit, UnitKind.HAMLET, name, null, COMMUNE, DECISION, from);
    }

    private static Stream<Case> ofUnits() {
        EstablishUnit other =
                new EstablishUnit(OTHER_COMMUNE, UnitKind.COMMUNE, "Bàu Bàng", "25783", PROVINCE, DECISION, FOUNDED);
        EstablishUnit third = hamlet(NEW, "Đồng Tâm 3", FOUNDED);
        return Stream.of(
                of(
                        "UnitEstablished",
                        day -> hamlet(new UnitId("u-" + day), "Đồng Tâm 3", day),
                        undo(new UnitId("u-" + MISTYPED), UnitChange.ESTABLISHED)),
                of(
                        "UnitRenamed",
                        day -> new RenameUnit(FAR_HAMLET, "Bàu Lòng", DECISION, day),
                        undo(FAR_HAMLET, UnitChange.RENAMED)),
                of(
                        "UnitRecoded",
                        day -> new RecodeUnit(COMMUNE, "25999", DECISION, day),
                        undo(COMMUNE, UnitChange.RECODED)),
                of(
                        "UnitRetyped",
                        day -> new RetypeUnit(FAR_HAMLET, UnitKind.NEIGHBOURHOOD, DECISION, day),
                        undo(FAR_HAMLET, UnitChange.RETYPED)),
                of(
                        "UnitReparented",
                        day -> new ReparentUnit(FAR_HAMLET, OTHER_COMMUNE, null, DECISION, day),
                        undo(FAR_HAMLET, UnitChange.REPARENTED),
                        other),
                of(
                        "UnitMerged",
                        day -> new MergeUnits(NEW, List.of(FAR_HAMLET), DECISION, day),
                        undo(FAR_HAMLET, UnitChange.MERGED),
                        third),
                of(
                        "UnitSplit",
                        day -> new SplitUnit(FAR_HAMLET, List.of(NEW, HAMLET), DECISION, day),
                        undo(FAR_HAMLET, UnitChange.SPLIT),
                        third),
                of(
                        "UnitAbolished",
                        day -> new AbolishUnit(FAR_HAMLET, DECISION, day),
                        undo(FAR_HAMLET, UnitChange.ABOLISHED)));
    }

    private static Stream<Case> teams() {
        return Stream.of(
                of(
                        "TeamRenamed",
                        day -> new RenameTeam(TEAM, "Tổ mới", DECISION, day),
                        new CorrectRenaming(TEAM, MISTYPED, MEANT, REASON)),
                of(
                        "TeamCoverageChanged",
                        day -> new ChangeCoverage(TEAM, List.of(HAMLET, FAR_HAMLET), DECISION, day),
                        new CorrectCoverage(TEAM, MISTYPED, MEANT, REASON)),
                of(
                        "TeamDissolved",
                        day -> new DissolveTeam(TEAM, DECISION, day, REASON),
                        new CorrectDissolution(TEAM, MEANT, REASON)),
                of(
                        "LeaderAppointed",
                        day -> new AppointLeader(TEAM, HUNG, day),
                        new CorrectAppointment(TEAM, Office.LEADER, MISTYPED, MEANT, REASON)),
                of(
                        "DeputyAppointed",
                        day -> new AppointDeputy(TEAM, HUNG, day),
                        new CorrectAppointment(TEAM, Office.DEPUTY, MISTYPED, MEANT, REASON)),
                of("LeaderRelieved", day -> new RelieveLeader(TEAM, day), new AppointLeader(TEAM, LAN, MISTYPED)),
                of(
                        "DeputyRelieved",
                        day -> new RelieveDeputy(TEAM, day),
                        new AppointDeputy(TEAM, HUNG, MISTYPED),
                        new AppointDeputy(TEAM, HUNG, FOUNDED)),
                of(
                        "TeamConsolidated",
                        day -> new ConsolidateTeams(TEAM, DECISION, List.of(FAR_TEAM), null, null, LAN, day),
                        new CorrectConsolidation(TEAM, List.of(FAR_TEAM), MISTYPED, MEANT, REASON),
                        form(FAR_TEAM, FAR_HAMLET, TUAN, HOA, new MemberId("m-bay"))));
    }

    private static Stream<Case> members() {
        return Stream.of(
                of(
                        "MemberEnrolled",
                        day -> new EnrolMember(TEAM, HOA, MemberOrigin.TEACHER, day),
                        new CorrectMembership(TEAM, HOA, MISTYPED, MemberOrigin.TEACHER, MEANT, null, REASON)),
                of(
                        "MembershipEnded",
                        day -> new EndMembership(TEAM, MAI, EndReason.OTHER, day),
                        new CorrectMembership(TEAM, MAI, FOUNDED, MemberOrigin.YOUTH_UNION, FOUNDED, MEANT, REASON)),
                of(
                        "MemberSuspended",
                        day -> new SuspendMember(TEAM, MAI, day, REASON),
                        new CorrectSuspension(TEAM, MAI, MISTYPED, MEANT, null, REASON)),
                of(
                        "MemberResumed",
                        day -> new ResumeMember(TEAM, MAI, day),
                        new CorrectSuspension(TEAM, MAI, FOUNDED, FOUNDED, MEANT.minusDays(1), REASON),
                        new SuspendMember(TEAM, MAI, FOUNDED, REASON)));
    }

    private static Stream<Case> households() {
        MarkHouseholdLeft left = new MarkHouseholdLeft(HOUSEHOLD, TODAY);
        return Stream.of(
                of(
                        "HouseholdAssigned",
                        day -> new AssignHousehold(HOUSEHOLD, TEAM, LAN, day),
                        new CorrectAssignment(HOUSEHOLD, MISTYPED, MEANT, REASON)),
                of(
                        "HouseholdReassigned",
                        day -> new ReassignHousehold(HOUSEHOLD, TEAM, HUNG, day),
                        new CorrectAssignment(HOUSEHOLD, MISTYPED, MEANT, REASON),
                        assignTo(LAN)),
                of(
                        "HouseholdUnassigned",
                        day -> new UnassignHousehold(HOUSEHOLD, day, null),
                        new CorrectAssignment(HOUSEHOLD, MISTYPED, MEANT, REASON),
                        assignTo(LAN)),
                of(
                        "HouseholdRelocated",
                        day -> new RelocateHousehold(HOUSEHOLD, FAR_HAMLET, day),
                        new CorrectRelocation(HOUSEHOLD, MISTYPED, MEANT, REASON)),
                of(
                        "HouseholdLeft",
                        day -> new MarkHouseholdLeft(HOUSEHOLD, day),
                        new CorrectDeparture(HOUSEHOLD, MISTYPED, MEANT, REASON)),
                of(
                        "HouseholdReturned",
                        day -> new ReturnHousehold(HOUSEHOLD, HAMLET, day),
                        new CorrectReturn(HOUSEHOLD, MISTYPED, MEANT, REASON),
                        left));
    }

    private static Stream<Case> others() {
        RegisterBusiness shop = new RegisterBusiness(SHOP, BusinessKind.ENTERPRISE, HAMLET, "DN-3", null);
        RegisterOrganisation vnpt = new RegisterOrganisation(VNPT, "VNPT Bình Dương", OrganisationKind.TELECOM_COMPANY);
        SupportTeam support = new SupportTeam(VNPT, TEAM, FOUNDED);
        return Stream.of(
                of(
                        "BusinessRelocated",
                        day -> new RelocateBusiness(SHOP, FAR_HAMLET, day),
                        new CorrectBusinessRelocation(SHOP, MISTYPED, MEANT, REASON),
                        shop),
                of("BusinessClosed", day -> new CloseBusiness(SHOP, day), new ReopenBusiness(SHOP, MISTYPED), shop),
                of(
                        "BusinessReopened",
                        day -> new ReopenBusiness(SHOP, day),
                        new CloseBusiness(SHOP, MISTYPED),
                        shop,
                        new CloseBusiness(SHOP, TODAY)),
                of(
                        "SupportBegun",
                        day -> new SupportTeam(VNPT, TEAM, day),
                        new CorrectSupport(VNPT, TEAM, MISTYPED, MEANT, null, REASON),
                        vnpt),
                of(
                        "SupportEnded",
                        day -> new EndSupport(VNPT, TEAM, day),
                        new CorrectSupport(VNPT, TEAM, FOUNDED, FOUNDED, MEANT, REASON),
                        vnpt,
                        support),
                of(
                        "TrainingScheduled",
                        day -> new ScheduleTraining(new TrainingId("t-" + day), TOPICS, Organiser.OTHER, null, day, 2),
                        new CancelTraining(new TrainingId("t-" + MISTYPED), REASON)),
                of(
                        "OutreachScheduled",
                        day -> new ScheduleOutreach(
                                new OutreachId("o-" + day),
                                TEAM,
                                HAMLET,
                                at(day, "08:00"),
                                TOPICS,
                                OutreachChannel.ZALO),
                        new RescheduleOutreach(new OutreachId("o-" + MISTYPED), at(MEANT, "08:00"))),
                of(
                        "OutreachRescheduled",
                        day -> new RescheduleOutreach(SESSION, at(day, "08:00")),
                        new RescheduleOutreach(SESSION, at(MEANT, "08:00")),
                        new ScheduleOutreach(SESSION, TEAM, HAMLET, NOW, TOPICS, OutreachChannel.ZALO)),
                of(
                        "CommunityGroupClosed",
                        day -> new CloseCommunityGroup(GROUP, day),
                        new CorrectGroupClosing(GROUP, MEANT, REASON),
                        new RecordCommunityGroup(GROUP, TEAM, 80, TODAY)),
                of(
                        "RoleGranted",
                        day -> grant(ACCOUNT, "g-" + day, Role.OFFICER, Area.of(COMMUNE), day),
                        new CorrectGrant(ACCOUNT, new GrantId("g-" + MISTYPED), MEANT, null, REASON)),
                of(
                        "GrantEnded",
                        day -> new EndGrant(ACCOUNT, GRANT, day, REASON),
                        new CorrectGrant(ACCOUNT, GRANT, FOUNDED, MEANT, REASON),
                        new GrantRole(ACCOUNT, GRANT, Role.OFFICER, Area.of(COMMUNE), FOUNDED, null, null, REASON)),
                of(
                        "AccountLinked",
                        day -> new LinkAccount(ACCOUNT, LAN, null, day, REASON),
                        new UnlinkAccount(ACCOUNT, MISTYPED.minusDays(1), REASON)),
                of(
                        "AccountUnlinked",
                        day -> new UnlinkAccount(ACCOUNT, day, REASON),
                        new UnlinkAccount(ACCOUNT, MEANT, REASON),
                        new LinkAccount(ACCOUNT, LAN, null, FOUNDED, REASON)));
    }

    private static Quarter quarter(LocalDate day) {
        return QuarterCalendar.CALENDAR.of(day).next();
    }

    private static Stream<Case> province() {
        List<IndicatorGoal> goals = List.of(new IndicatorGoal("H05", GOAL));
        return Stream.of(
                of(
                        "PolicyAdopted",
                        day -> new AdoptPolicy(InitialTerms.of(4, 200, 5), DECISION, day),
                        new WithdrawPolicy(1, REASON)),
                of(
                        "ServiceCatalogueAdopted",
                        day -> new AdoptServiceCatalogue(
                                PlanCatalogue.version1().services(), DECISION, day),
                        new WithdrawServiceCatalogue(2, REASON)),
                of(
                        "SkillGroupsAdopted",
                        day -> new AdoptSkillGroups(
                                List.of(new SkillGroup("1", "Nhóm bịa một", "Invented one")), List.of(), DECISION, day),
                        new WithdrawSkillGroups(1, REASON)),
                of(
                        "StipendPolicyAdopted",
                        day -> new AdoptStipendPolicy(
                                new StipendTerms(StipendScheme.PER_MEMBER, 60_000, 150_000, 200_000, 15),
                                DECISION,
                                day.withDayOfMonth(1)),
                        new WithdrawStipendPolicy(1, REASON)),
                of(
                        "CalendarAdopted",
                        day -> new AdoptReportingCalendar(
                                PROVINCE,
                                QuarterCalendar.ADMINISTRATIVE,
                                2,
                                LateCounting.AMENDMENT,
                                DECISION,
                                quarter(day)),
                        new WithdrawReportingCalendar(PROVINCE, 1, REASON)),
                of(
                        "TargetSet",
                        day -> new SetTarget(COMMUNE, quarter(day), "H05", GOAL, DECISION),
                        new WithdrawTarget(COMMUNE, quarter(MISTYPED), "H05", REASON)),
                of(
                        "CampaignPlanned",
                        day -> new PlanCampaign(
                                new CampaignId("c-" + day), COMMUNE, "10/10", day, day.plusDays(9), goals, null),
                        new ReviseCampaign(
                                new CampaignId("c-" + MISTYPED),
                                "10/10",
                                MEANT,
                                MEANT.plusDays(9),
                                goals,
                                null,
                                REASON)),
                of(
                        "CampaignRevised",
                        day -> new ReviseCampaign(CAMPAIGN, "10/10", day, day.plusDays(9), goals, null, REASON),
                        new ReviseCampaign(CAMPAIGN, "10/10", MEANT, MEANT.plusDays(9), goals, null, REASON),
                        new PlanCampaign(CAMPAIGN, COMMUNE, "10/10", TODAY, MEANT, goals, null)));
    }

    private static Scenario scenario(Case of) {
        Scenario scenario = Scenario.at(NOW).having(Role.ADMINISTRATOR).approved();
        scenario.firstAdministrator("chief", FOUNDED).given(units()).given(formTeam(), register(HOUSEHOLD, HAMLET));
        return scenario.given(of.given.toArray(Command[]::new));
    }

    private static String name(DomainEvent event) {
        return event.getClass().getSimpleName();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void warnsNamesTheWayOutAndDoesNotBlock(Case of) throws IOException {
        Scenario scenario = scenario(of);
        List<DomainEvent> events = scenario.send(of.far.apply(MISTYPED));
        assertThat(events).extracting(MistypedYearsTest::name).contains(of.fact);
        assertThat(FarDays.warning(events, TODAY).orElseThrow().arguments().getLast())
                .isEqualTo(Command.nameOf(of.mending.getClass()));

        Optional<RuleViolatedException> blocked = refused(scenario, of.far.apply(MEANT));
        if (blocked.isPresent()) {
            String rule = blocked.get().rule().name();
            assertThat(text(rule, "vi")).as(rule).contains("“" + title(of.mending, "vi") + "”");
            assertThat(text(rule, "en")).as(rule).contains("“" + title(of.mending, "en") + "”");
        }
        Scenario mended = scenario(of).given(of.far.apply(MISTYPED), of.mending);
        if (Stream.of(MEANT, MEANT.minusDays(1))
                .noneMatch(day -> of.mending.toString().contains(day.toString()))) {
            assertThat(refused(mended, of.far.apply(MEANT))).isEmpty();
        }
    }

    /** Each fact of a day is one of the table, or its correction, which states the day that was meant. */
    @Test
    void theTableIsComplete() {
        Set<String> facts = new HashSet<>();
        FarDays.facts().forEach(fact -> facts.add(fact.getSimpleName()));
        facts.removeIf(fact -> fact.endsWith("Corrected"));
        List<String> told = new ArrayList<>(cases().map(Case::fact).toList());
        // A team may be founded for a coming day; a closed period is opened again for 31 days at most.
        // A model is taken up and stopped by today.
        told.addAll(List.of("TeamFormed", "PeriodReopened", "PracticeTakenUp", "PracticeStopped"));
        // A day on which somebody will look again blocks nothing: FarDaysTest.
        told.addAll(List.of("AssistanceRecorded", "AssistanceFollowedUp"));
        assertThat(told).containsExactlyInAnyOrderElementsOf(facts);
    }

    private static Optional<RuleViolatedException> refused(Scenario scenario, Command command) {
        try {
            scenario.send(command);
            return Optional.empty();
        } catch (RuleViolatedException refused) {
            return Optional.of(refused);
        }
    }

    private static String title(Command command, String language) throws IOException {
        return text(Command.nameOf(command.getClass()), language).replace('\'', '’');
    }

    private static String text(String key, String language) throws IOException {
        for (String feature : bundles()) {
            String found = properties(feature + "_" + language).getProperty(key);
            if (found != null) {
                return found;
            }
        }
        throw new AssertionError(key);
    }

    private static String[] bundles() throws IOException {
        return properties("all").getProperty("bundles").split(" ");
    }

    private static Properties properties(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(DomainModel.class.getResourceAsStream("messages/" + file + ".properties")),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
