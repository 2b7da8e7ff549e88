package vn.soto.domain;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.RepositoryProvider;
import vn.soto.domain.assistance.Assistance;
import vn.soto.domain.assistance.AssistanceCommand;
import vn.soto.domain.assistance.AssistanceRule;
import vn.soto.domain.business.Business;
import vn.soto.domain.business.BusinessCommand;
import vn.soto.domain.business.BusinessRule;
import vn.soto.domain.catalogue.Catalogue;
import vn.soto.domain.catalogue.CatalogueCommand;
import vn.soto.domain.catalogue.CatalogueRule;
import vn.soto.domain.catalogue.ServiceCatalogues;
import vn.soto.domain.household.Caseload;
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
import vn.soto.domain.person.ErasureList;
import vn.soto.domain.person.PersonCommand;
import vn.soto.domain.person.PersonRule;
import vn.soto.domain.person.PersonalData;
import vn.soto.domain.plan.FourEyesInterceptor;
import vn.soto.domain.plan.InternalPlanCommand;
import vn.soto.domain.plan.OpenPlans;
import vn.soto.domain.plan.Plan;
import vn.soto.domain.plan.PlanCommand;
import vn.soto.domain.plan.PlanPart;
import vn.soto.domain.plan.PlanRule;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.policy.PolicyCommand;
import vn.soto.domain.policy.PolicyRule;
import vn.soto.domain.policy.PolicyVersions;
import vn.soto.domain.report.QuarterlyReport;
import vn.soto.domain.report.ReportCommand;
import vn.soto.domain.report.ReportFigures;
import vn.soto.domain.report.ReportRule;
import vn.soto.domain.shared.CoWrittenAggregates;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommonRule;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.shared.Rule;
import vn.soto.domain.support.SupportRequest;
import vn.soto.domain.support.SupportRequestCommand;
import vn.soto.domain.support.SupportRule;
import vn.soto.domain.team.Team;
import vn.soto.domain.team.TeamCommand;
import vn.soto.domain.team.TeamRule;
import vn.soto.domain.team.UnitCoverage;
import vn.soto.domain.training.TrainingCommand;
import vn.soto.domain.training.TrainingRule;
import vn.soto.domain.training.TrainingSession;
import vn.soto.domain.unit.Unit;
import vn.soto.domain.unit.UnitCommand;
import vn.soto.domain.unit.UnitName;
import vn.soto.domain.unit.UnitRule;

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
                .map(feature -> "vn.soto.domain.messages." + feature)
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
