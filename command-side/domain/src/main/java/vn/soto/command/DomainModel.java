package vn.soto.command;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.RepositoryProvider;
import vn.soto.command.assistance.Assistance;
import vn.soto.command.assistance.AssistanceCommand;
import vn.soto.command.assistance.AssistanceRule;
import vn.soto.command.business.Business;
import vn.soto.command.business.BusinessCommand;
import vn.soto.command.business.BusinessRule;
import vn.soto.command.catalogue.Catalogue;
import vn.soto.command.catalogue.CatalogueCommand;
import vn.soto.command.catalogue.CatalogueRule;
import vn.soto.command.catalogue.ServiceCatalogues;
import vn.soto.command.household.Caseload;
import vn.soto.command.household.ConsentCommand;
import vn.soto.command.household.ConsentRule;
import vn.soto.command.household.Consents;
import vn.soto.command.household.Household;
import vn.soto.command.household.HouseholdCommand;
import vn.soto.command.household.HouseholdRule;
import vn.soto.command.organisation.OrganisationCommand;
import vn.soto.command.organisation.OrganisationRule;
import vn.soto.command.organisation.SupportingOrganisation;
import vn.soto.command.outreach.CommunityGroup;
import vn.soto.command.outreach.CommunityGroupCommand;
import vn.soto.command.outreach.CommunityGroupRule;
import vn.soto.command.outreach.OutreachCommand;
import vn.soto.command.outreach.OutreachRule;
import vn.soto.command.outreach.OutreachSession;
import vn.soto.command.person.ErasureList;
import vn.soto.command.person.PersonCommand;
import vn.soto.command.person.PersonRule;
import vn.soto.command.person.PersonalData;
import vn.soto.command.plan.FourEyesInterceptor;
import vn.soto.command.plan.InternalPlanCommand;
import vn.soto.command.plan.OpenPlans;
import vn.soto.command.plan.Plan;
import vn.soto.command.plan.PlanCommand;
import vn.soto.command.plan.PlanPart;
import vn.soto.command.plan.PlanRule;
import vn.soto.command.policy.Policies;
import vn.soto.command.policy.PolicyCommand;
import vn.soto.command.policy.PolicyRule;
import vn.soto.command.policy.PolicyVersions;
import vn.soto.command.report.QuarterlyReport;
import vn.soto.command.report.ReportCommand;
import vn.soto.command.report.ReportFigures;
import vn.soto.command.report.ReportRule;
import vn.soto.command.shared.CoWrittenAggregates;
import vn.soto.command.shared.Command;
import vn.soto.command.shared.CommonRule;
import vn.soto.command.shared.DefaultPolicy;
import vn.soto.command.shared.ReadOnlyAggregates;
import vn.soto.command.shared.Rule;
import vn.soto.command.support.SupportRequest;
import vn.soto.command.support.SupportRequestCommand;
import vn.soto.command.support.SupportRule;
import vn.soto.command.team.Team;
import vn.soto.command.team.TeamCommand;
import vn.soto.command.team.TeamRule;
import vn.soto.command.team.UnitCoverage;
import vn.soto.command.training.TrainingCommand;
import vn.soto.command.training.TrainingRule;
import vn.soto.command.training.TrainingSession;
import vn.soto.command.unit.Unit;
import vn.soto.command.unit.UnitCommand;
import vn.soto.command.unit.UnitName;
import vn.soto.command.unit.UnitRule;

/** What the domain consists of: the one list that wiring, endpoints, documents and tests start from. */
public final class DomainModel {

    private DomainModel() {}

    /** Every command, in the order in which a reader meets the features. */
    public static List<Class<? extends Command>> commands() {
        return Stream.of(
                        PolicyCommand.class,
                        CatalogueCommand.class,
                        UnitCommand.class,
                        TeamCommand.class,
                        OrganisationCommand.class,
                        TrainingCommand.class,
                        HouseholdCommand.class,
                        ConsentCommand.class,
                        BusinessCommand.class,
                        AssistanceCommand.class,
                        OutreachCommand.class,
                        CommunityGroupCommand.class,
                        SupportRequestCommand.class,
                        ReportCommand.class,
                        PersonCommand.class,
                        PlanCommand.class)
                .flatMap(DomainModel::records)
                .toList();
    }

    /** Every command that the system itself issues and no client can. */
    public static List<Class<? extends Command>> internal() {
        return records(InternalPlanCommand.class).toList();
    }

    private static Stream<Class<? extends Command>> records(Class<? extends Command> feature) {
        return Stream.of(feature.getPermittedSubclasses()).map(type -> type.asSubclass(Command.class));
    }

    /** Every aggregate; they handle all commands themselves, so nothing else needs registering. */
    public static List<Class<?>> aggregates() {
        return List.of(
                PolicyVersions.class,
                Catalogue.class,
                Unit.class,
                UnitName.class,
                Team.class,
                UnitCoverage.class,
                SupportingOrganisation.class,
                TrainingSession.class,
                Household.class,
                Caseload.class,
                Consents.class,
                Business.class,
                Assistance.class,
                OutreachSession.class,
                CommunityGroup.class,
                SupportRequest.class,
                QuarterlyReport.class,
                PersonalData.class,
                ErasureList.class,
                Plan.class,
                PlanPart.class,
                OpenPlans.class);
    }

    /** Where the texts of rules and warnings stand, by feature: base names of resource bundles in two languages. */
    public static List<String> texts() {
        return Stream.of(
                        "common",
                        "policy",
                        "catalogue",
                        "unit",
                        "team",
                        "household",
                        "assistance",
                        "outreach",
                        "support",
                        "report",
                        "business",
                        "organisation",
                        "training",
                        "person",
                        "plan")
                .map(feature -> "vn.soto.command.messages." + feature)
                .toList();
    }

    /** Every rule a command can be refused by. */
    public static List<Rule> rules() {
        return Stream.<Rule[]>of(
                        CommonRule.values(),
                        PolicyRule.values(),
                        CatalogueRule.values(),
                        UnitRule.values(),
                        TeamRule.values(),
                        OrganisationRule.values(),
                        TrainingRule.values(),
                        HouseholdRule.values(),
                        ConsentRule.values(),
                        BusinessRule.values(),
                        AssistanceRule.values(),
                        OutreachRule.values(),
                        CommunityGroupRule.values(),
                        SupportRule.values(),
                        ReportRule.values(),
                        PersonRule.values(),
                        PlanRule.values())
                .flatMap(Stream::of)
                .toList();
    }

    /**
     * What the aggregates' handlers take as parameters, matched by type, and what stands before all of them.
     *
     * @param locked    repositories that lock what they load until the commit is recorded
     * @param consulted repositories that load without a lock, for reading only
     */
    public static List<Object> resources(
            RepositoryProvider locked,
            RepositoryProvider consulted,
            Clock clock,
            ReportFigures figures,
            DefaultPolicy policy) {
        ReadOnlyAggregates asking = new ReadOnlyAggregates(consulted);
        Policies policies = Policies.adopted(asking, policy);
        return List.of(
                new CoWrittenAggregates(locked),
                asking,
                clock,
                figures,
                policies,
                ServiceCatalogues.adopted(asking),
                new FourEyesInterceptor(policies, clock));
    }
}
