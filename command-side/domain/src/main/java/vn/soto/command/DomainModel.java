package vn.soto.command;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.RepositoryProvider;
import vn.soto.command.assistance.Assistance;
import vn.soto.command.assistance.AssistanceCommand;
import vn.soto.command.assistance.AssistanceRule;
import vn.soto.command.business.Business;
import vn.soto.command.catalogue.Catalogue;
import vn.soto.command.catalogue.CatalogueCommand;
import vn.soto.command.catalogue.CatalogueRule;
import vn.soto.command.catalogue.ServiceCatalogues;
import vn.soto.command.household.Caseload;
import vn.soto.command.household.Household;
import vn.soto.command.household.HouseholdCommand;
import vn.soto.command.household.HouseholdRule;
import vn.soto.command.policy.Policies;
import vn.soto.command.policy.PolicyBook;
import vn.soto.command.policy.PolicyCommand;
import vn.soto.command.policy.PolicyRule;
import vn.soto.command.report.QuarterlyReport;
import vn.soto.command.report.ReportCommand;
import vn.soto.command.report.ReportFigures;
import vn.soto.command.report.ReportRule;
import vn.soto.command.shared.AlsoWritten;
import vn.soto.command.shared.Command;
import vn.soto.command.shared.CommonRule;
import vn.soto.command.shared.Consulted;
import vn.soto.command.shared.Policy;
import vn.soto.command.shared.Rule;
import vn.soto.command.team.Team;
import vn.soto.command.team.TeamCommand;
import vn.soto.command.team.TeamRule;
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
                        HouseholdCommand.class,
                        AssistanceCommand.class,
                        ReportCommand.class)
                .flatMap(feature -> Stream.of(feature.getPermittedSubclasses()))
                .<Class<? extends Command>>map(type -> type.asSubclass(Command.class))
                .toList();
    }

    /** Every aggregate; they handle all commands themselves, so nothing else needs registering. */
    public static List<Class<?>> aggregates() {
        return List.of(
                PolicyBook.class,
                Catalogue.class,
                Unit.class,
                UnitName.class,
                Team.class,
                Household.class,
                Caseload.class,
                Business.class,
                Assistance.class,
                QuarterlyReport.class);
    }

    /** Where the texts of rules and warnings stand, by feature: base names of resource bundles in two languages. */
    public static List<String> texts() {
        return Stream.of("common", "policy", "catalogue", "unit", "team", "household", "assistance", "report")
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
                        HouseholdRule.values(),
                        AssistanceRule.values(),
                        ReportRule.values())
                .flatMap(Stream::of)
                .toList();
    }

    /**
     * What the aggregates' handlers take as parameters, matched by type.
     *
     * @param locked    repositories that lock what they load until the commit is recorded
     * @param consulted repositories that load without a lock, for reading only
     */
    public static List<Object> resources(
            RepositoryProvider locked,
            RepositoryProvider consulted,
            Clock clock,
            ReportFigures figures,
            Policy policy) {
        Consulted asking = new Consulted(consulted);
        return List.of(
                new AlsoWritten(locked),
                asking,
                clock,
                figures,
                Policies.adopted(asking, policy),
                ServiceCatalogues.adopted(asking));
    }
}
