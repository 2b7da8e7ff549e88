package vn.soto.domain;

import java.lang.reflect.Method;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.RepositoryProvider;
import vn.soto.domain.access.AccessCommand;
import vn.soto.domain.access.AccessRule;
import vn.soto.domain.access.Account;
import vn.soto.domain.access.GrantedRights;
import vn.soto.domain.access.InternalAccessCommand;
import vn.soto.domain.access.RoleHolders;
import vn.soto.domain.access.TwoPersonGrants;
import vn.soto.domain.assistance.Assistance;
import vn.soto.domain.assistance.AssistanceCommand;
import vn.soto.domain.assistance.AssistanceRule;
import vn.soto.domain.audit.CallBackSample;
import vn.soto.domain.audit.CallBackSampleCommand;
import vn.soto.domain.audit.CallBackSampleRule;
import vn.soto.domain.business.Business;
import vn.soto.domain.business.BusinessCommand;
import vn.soto.domain.business.BusinessRule;
import vn.soto.domain.catalogue.Catalogue;
import vn.soto.domain.catalogue.CatalogueCommand;
import vn.soto.domain.catalogue.CatalogueRule;
import vn.soto.domain.catalogue.ServiceCatalogues;
import vn.soto.domain.goal.Campaign;
import vn.soto.domain.goal.CampaignCommand;
import vn.soto.domain.goal.CampaignRule;
import vn.soto.domain.goal.Target;
import vn.soto.domain.goal.TargetCommand;
import vn.soto.domain.goal.TargetRule;
import vn.soto.domain.household.CoWrittenCaseloads;
import vn.soto.domain.household.ConsentCommand;
import vn.soto.domain.household.ConsentRule;
import vn.soto.domain.household.Consents;
import vn.soto.domain.household.Household;
import vn.soto.domain.household.HouseholdCommand;
import vn.soto.domain.household.HouseholdRule;
import vn.soto.domain.organisation.OrganisationCommand;
import vn.soto.domain.organisation.OrganisationRule;
import vn.soto.domain.organisation.SupportingOrganisation;
import vn.soto.domain.outreach.CommunityGroup;
import vn.soto.domain.outreach.CommunityGroupCommand;
import vn.soto.domain.outreach.CommunityGroupRule;
import vn.soto.domain.outreach.OutreachCommand;
import vn.soto.domain.outreach.OutreachRule;
import vn.soto.domain.outreach.OutreachSession;
import vn.soto.domain.people.PeopleCountCommand;
import vn.soto.domain.people.PeopleCountRule;
import vn.soto.domain.people.PeopleCounts;
import vn.soto.domain.period.AuthorityPeriods;
import vn.soto.domain.period.HolidayTables;
import vn.soto.domain.period.PeriodCommand;
import vn.soto.domain.period.PeriodRule;
import vn.soto.domain.period.WorkingDaysCommand;
import vn.soto.domain.period.WorkingDaysRule;
import vn.soto.domain.person.CoWrittenPersonalData;
import vn.soto.domain.person.DataRequest;
import vn.soto.domain.person.DataRequestCommand;
import vn.soto.domain.person.DataRequestRule;
import vn.soto.domain.person.ErasureList;
import vn.soto.domain.person.PersonCommand;
import vn.soto.domain.person.PersonRule;
import vn.soto.domain.person.PersonalData;
import vn.soto.domain.person.RestrictionInterceptor;
import vn.soto.domain.plan.ApprovalRight;
import vn.soto.domain.plan.FourEyesInterceptor;
import vn.soto.domain.plan.InternalPlanCommand;
import vn.soto.domain.plan.OpenPlans;
import vn.soto.domain.plan.Plan;
import vn.soto.domain.plan.PlanCommand;
import vn.soto.domain.plan.PlanCommand.ApprovePlan;
import vn.soto.domain.plan.PlanPart;
import vn.soto.domain.plan.PlanRule;
import vn.soto.domain.plan.PlannedCommands;
import vn.soto.domain.plan.RightHolders;
import vn.soto.domain.plan.WaitingPlans;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.policy.PolicyCommand;
import vn.soto.domain.policy.PolicyRule;
import vn.soto.domain.policy.PolicyVersions;
import vn.soto.domain.policy.Recordings;
import vn.soto.domain.practice.Practice;
import vn.soto.domain.practice.PracticeCommand;
import vn.soto.domain.practice.PracticeRule;
import vn.soto.domain.reach.OwnRecordInterceptor;
import vn.soto.domain.reach.ReachCheck;
import vn.soto.domain.reach.ReachInterceptor;
import vn.soto.domain.reach.ReachRule;
import vn.soto.domain.recognition.RecognitionCommand;
import vn.soto.domain.recognition.RecognitionRound;
import vn.soto.domain.recognition.RecognitionRule;
import vn.soto.domain.report.ConsolidationRule;
import vn.soto.domain.report.QuarterlyReport;
import vn.soto.domain.report.ReportCommand;
import vn.soto.domain.report.ReportRule;
import vn.soto.domain.report.ReportSample;
import vn.soto.domain.report.ReportSampleCommand;
import vn.soto.domain.report.ReportSampleRule;
import vn.soto.domain.report.UnitReport;
import vn.soto.domain.report.UnitReportCommand;
import vn.soto.domain.shared.CoWrittenAggregates;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommonRule;
import vn.soto.domain.shared.CounterRule;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.shared.ReportFigures;
import vn.soto.domain.shared.Rule;
import vn.soto.domain.stipend.MobilisationCommand;
import vn.soto.domain.stipend.MobilisationRule;
import vn.soto.domain.stipend.Mobilisations;
import vn.soto.domain.stipend.StipendPolicy;
import vn.soto.domain.stipend.StipendPolicyCommand;
import vn.soto.domain.stipend.StipendPolicyRule;
import vn.soto.domain.stipend.StipendRecords;
import vn.soto.domain.stipend.StipendRule;
import vn.soto.domain.stipend.StipendStatement;
import vn.soto.domain.stipend.StipendStatementCommand;
import vn.soto.domain.support.ReopenedRequests;
import vn.soto.domain.support.SettledRequests;
import vn.soto.domain.support.SupportRequest;
import vn.soto.domain.support.SupportRequestCommand;
import vn.soto.domain.support.SupportRule;
import vn.soto.domain.team.Caseload;
import vn.soto.domain.team.Caseloads;
import vn.soto.domain.team.MemberTeams;
import vn.soto.domain.team.Team;
import vn.soto.domain.team.TeamCommand;
import vn.soto.domain.team.TeamRule;
import vn.soto.domain.training.TrainingCommand;
import vn.soto.domain.training.TrainingRule;
import vn.soto.domain.training.TrainingSession;
import vn.soto.domain.unit.Unit;
import vn.soto.domain.unit.UnitCommand;
import vn.soto.domain.unit.UnitCoverage;
import vn.soto.domain.unit.UnitName;
import vn.soto.domain.unit.UnitRule;
import vn.soto.domain.unit.UnitUses;

/** The features of the domain, the one list from which wiring, endpoints, documentation and tests are derived. */
public final class DomainModel {

    private static final List<Feature> FEATURES = List.of(
            new Feature("policy", PolicyCommand.class, PolicyRule.class, PolicyVersions.class),
            new Feature("catalogue", CatalogueCommand.class, CatalogueRule.class, Catalogue.class),
            new Feature("unit", UnitCommand.class, UnitRule.class, Unit.class, UnitName.class),
            new Feature("team", TeamCommand.class, TeamRule.class, Team.class, UnitCoverage.class),
            new Feature(
                    "organisation", OrganisationCommand.class, OrganisationRule.class, SupportingOrganisation.class),
            new Feature("training", TrainingCommand.class, TrainingRule.class, TrainingSession.class),
            new Feature("household", HouseholdCommand.class, HouseholdRule.class, Household.class, Caseload.class),
            new Feature("household", ConsentCommand.class, ConsentRule.class, Consents.class),
            new Feature("business", BusinessCommand.class, BusinessRule.class, Business.class),
            new Feature("assistance", AssistanceCommand.class, AssistanceRule.class, Assistance.class),
            new Feature("outreach", OutreachCommand.class, OutreachRule.class, OutreachSession.class),
            new Feature("outreach", CommunityGroupCommand.class, CommunityGroupRule.class, CommunityGroup.class),
            new Feature("support", SupportRequestCommand.class, SupportRule.class, SupportRequest.class),
            new Feature("report", ReportCommand.class, ReportRule.class, QuarterlyReport.class),
            new Feature("report", UnitReportCommand.class, ConsolidationRule.class, UnitReport.class),
            new Feature("report", ReportSampleCommand.class, ReportSampleRule.class, ReportSample.class),
            new Feature("recognition", RecognitionCommand.class, RecognitionRule.class, RecognitionRound.class),
            new Feature("audit", CallBackSampleCommand.class, CallBackSampleRule.class, CallBackSample.class),
            new Feature("period", PeriodCommand.class, PeriodRule.class, AuthorityPeriods.class),
            new Feature("period", WorkingDaysCommand.class, WorkingDaysRule.class, HolidayTables.class),
            new Feature("people", PeopleCountCommand.class, PeopleCountRule.class, PeopleCounts.class),
            new Feature("target", TargetCommand.class, TargetRule.class, Target.class),
            new Feature("target", CampaignCommand.class, CampaignRule.class, Campaign.class),
            new Feature("practice", PracticeCommand.class, PracticeRule.class, Practice.class),
            new Feature("stipend", StipendPolicyCommand.class, StipendPolicyRule.class, StipendPolicy.class),
            new Feature("stipend", MobilisationCommand.class, MobilisationRule.class, Mobilisations.class),
            new Feature("stipend", StipendStatementCommand.class, StipendRule.class, StipendStatement.class),
            new Feature("person", PersonCommand.class, PersonRule.class, PersonalData.class, ErasureList.class),
            new Feature("access", AccessCommand.class, AccessRule.class, Account.class, RoleHolders.class),
            new Feature("person", DataRequestCommand.class, DataRequestRule.class, DataRequest.class),
            new Feature(
                    "plan",
                    PlanCommand.class,
                    PlanRule.class,
                    Plan.class,
                    PlanPart.class,
                    OpenPlans.class,
                    WaitingPlans.class));

    /** Commands that a policy may give to two persons: of those about plans, which are how that is done, the approval alone. */
    private static final Map<String, Set<String>> DECIDED_BY_TWO = Policies.correctedBy(commands().stream()
            .filter(command -> command == ApprovePlan.class || !PlanCommand.class.isAssignableFrom(command))
            .toList());

    private DomainModel() {}

    /**
     * A feature: its commands, rules, aggregates and texts.
     *
     * @param texts    base name of the resource bundle with the texts of its rules and warnings; two features may share
     *     one
     * @param commands sealed interface of its commands
     */
    private record Feature(
            String texts, Class<? extends Command> commands, Class<? extends Rule> rules, List<Class<?>> aggregates) {

        Feature(String texts, Class<? extends Command> commands, Class<? extends Rule> rules, Class<?>... aggregates) {
            this(texts, commands, rules, List.of(aggregates));
        }
    }

    /** All commands that clients can issue, in reading order of the features. */
    public static List<Class<? extends Command>> commands() {
        return FEATURES.stream().flatMap(feature -> records(feature.commands)).toList();
    }

    /** All commands that only the system itself can issue. */
    public static List<Class<? extends Command>> internal() {
        return Stream.concat(records(InternalPlanCommand.class), records(InternalAccessCommand.class))
                .toList();
    }

    private static Stream<Class<? extends Command>> records(Class<? extends Command> commands) {
        return Stream.of(commands.getPermittedSubclasses()).map(type -> type.asSubclass(Command.class));
    }

    /** All aggregates. They handle all commands, so there are no other handlers to register. */
    public static List<Class<?>> aggregates() {
        return FEATURES.stream()
                .<Class<?>>flatMap(feature -> feature.aggregates.stream())
                .toList();
    }

    /** The methods that may refuse a command of a class, or decide it: its handler, and the checks that no handler repeats. */
    public static List<Method> deciding(Class<? extends Command> command) {
        return Stream.concat(
                        aggregates().stream()
                                .flatMap(aggregate -> Stream.of(aggregate.getDeclaredMethods()))
                                .filter(method -> method.isAnnotationPresent(CommandHandler.class)
                                        && method.getParameterTypes()[0] == command),
                        EnteredValuesInterceptor.checksOf(command).stream())
                .toList();
    }

    /** Base names of the resource bundles with the texts of rules and warnings, in two languages. */
    public static List<String> texts() {
        return Stream.concat(Stream.of("common", "reach"), FEATURES.stream().map(Feature::texts))
                .distinct()
                .map(texts -> "vn.soto.domain.messages." + texts)
                .toList();
    }

    /** All rules that can refuse a command. */
    public static List<Rule> rules() {
        return Stream.concat(
                        Stream.of(CommonRule.class, ReachRule.class, CounterRule.class),
                        FEATURES.stream().map(Feature::rules))
                .<Rule>flatMap(rules -> Stream.of(rules.getEnumConstants()))
                .toList();
    }

    /**
     * The parameters of the aggregates' command handlers, resolved by type, and the interceptor before all handlers.
     *
     * @param written   repositories of aggregates that a command writes beside its target
     * @param consulted repositories that load without a lock, for reading only
     */
    public static List<Object> resources(
            RepositoryProvider written,
            RepositoryProvider consulted,
            Clock clock,
            ReportFigures figures,
            DefaultPolicy policy,
            RightHolders holders,
            UnitUses uses,
            Recordings recordings,
            MemberTeams memberTeams,
            PlannedCommands plannedCommands,
            StipendRecords stipendRecords,
            Caseloads caseloads,
            SettledRequests settledRequests) {
        ReadOnlyAggregates asking = new ReadOnlyAggregates(consulted);
        Policies policies = Policies.adopted(asking, recordings, policy, DECIDED_BY_TWO);
        GrantedRights granted = new GrantedRights(asking, recordings);
        ReachCheck reach = new ReachCheck(asking, memberTeams, recordings, granted, clock);
        Stream<Object> handlers = Stream.of(
                new CoWrittenAggregates(written),
                new CoWrittenPersonalData(new CoWrittenAggregates(written)),
                asking,
                clock,
                figures,
                policies,
                holders,
                uses,
                memberTeams,
                stipendRecords,
                new CoWrittenCaseloads(caseloads, new CoWrittenAggregates(written)),
                new ReopenedRequests(settledRequests, new CoWrittenAggregates(written), policies, clock),
                ServiceCatalogues.adopted(asking),
                granted,
                new TwoPersonGrants(granted),
                reach,
                plannedCommands,
                new ApprovalRight(reach, plannedCommands, commands()));
        return Stream.concat(handlers, interceptors(reach, asking, policies, recordings, granted, holders, clock))
                .toList();
    }

    /** In the order in which they run. */
    private static Stream<Object> interceptors(
            ReachCheck reach,
            ReadOnlyAggregates asking,
            Policies policies,
            Recordings recordings,
            GrantedRights granted,
            RightHolders holders,
            Clock clock) {
        return Stream.of(
                new ReachInterceptor(reach, ApprovePlan.class),
                new OwnRecordInterceptor(policies, recordings, granted, clock),
                new FourEyesInterceptor(policies, new TwoPersonGrants(granted), holders, clock),
                new RestrictionInterceptor(asking, clock),
                new EnteredValuesInterceptor(clock));
    }
}
