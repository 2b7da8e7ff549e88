package vn.soto.domain.catalogue;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.catalogue.CatalogueRule.CATALOGUE_HAS_SOME_BUT_NOT_TOO_MANY_SERVICES;
import static vn.soto.domain.catalogue.CatalogueRule.CATALOGUE_NAMES_EACH_SERVICE_ONCE;
import static vn.soto.domain.catalogue.CatalogueRule.CATALOGUE_TO_WITHDRAW_IS_ADOPTED;
import static vn.soto.domain.catalogue.CatalogueRule.SERVICE_HAS_ONE_SKILL_GROUP;
import static vn.soto.domain.catalogue.CatalogueRule.SERVICE_IS_IN_A_GROUP_OF_THE_FRAMEWORK;
import static vn.soto.domain.catalogue.CatalogueRule.SERVICE_IS_VALID_ON_SOME_DAY;
import static vn.soto.domain.catalogue.CatalogueRule.SERVICE_KEEPS_ITS_CATEGORY;
import static vn.soto.domain.catalogue.CatalogueRule.SKILL_GROUPS_ARE_SOME_BUT_NOT_TOO_MANY;
import static vn.soto.domain.catalogue.CatalogueRule.SKILL_GROUPS_TO_WITHDRAW_ARE_ADOPTED;
import static vn.soto.domain.catalogue.CatalogueRule.SKILL_GROUP_IS_NAMED_ONCE;
import static vn.soto.domain.catalogue.CatalogueRule.SKILL_GROUP_IS_OF_A_SERVICE_OF_THE_CATALOGUE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import vn.soto.contracts.catalogue.CatalogueEvent;
import vn.soto.contracts.catalogue.CatalogueEvent.ServiceCatalogueAdopted;
import vn.soto.contracts.catalogue.CatalogueEvent.ServiceCatalogueWithdrawn;
import vn.soto.contracts.catalogue.CatalogueEvent.SkillGroupsAdopted;
import vn.soto.contracts.catalogue.CatalogueEvent.SkillGroupsWithdrawn;
import vn.soto.contracts.catalogue.GroupedService;
import vn.soto.contracts.catalogue.PlanCatalogue;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCatalogue;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.catalogue.SkillGroup;
import vn.soto.contracts.catalogue.SkillGroups;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.domain.catalogue.CatalogueCommand.AdoptServiceCatalogue;
import vn.soto.domain.catalogue.CatalogueCommand.AdoptSkillGroups;
import vn.soto.domain.catalogue.CatalogueCommand.WithdrawServiceCatalogue;
import vn.soto.domain.catalogue.CatalogueCommand.WithdrawSkillGroups;
import vn.soto.domain.shared.FreeText;

/**
 * All adopted versions of the catalogue, after version 1 of the plan. A ledger belongs to one province and has one
 * catalogue.
 */
@AggregateRoot(type = "catalogue")
public final class Catalogue {

    public static final String ID = "catalogue";
    public static final int MOST_SERVICES = 300;

    private static final int MOST_GROUPS = 100;

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    /** Versions in the order of their adoption. */
    private final List<ServiceCatalogue> adopted = new ArrayList<>();

    /** Those that were not withdrawn. */
    private final DayHistory<ServiceCatalogueAdopted> applying = new DayHistory<>();

    /** Versions of the groups that were not withdrawn. */
    private final DayHistory<SkillGroups> groups = new DayHistory<>();

    private int groupVersions;

    Catalogue() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(AdoptServiceCatalogue command) {
        List<Service> services = command.services();
        CATALOGUE_HAS_SOME_BUT_NOT_TOO_MANY_SERVICES.require(
                !services.isEmpty() && services.size() <= MOST_SERVICES, MOST_SERVICES);
        services.forEach(Catalogue::check);
        checkCodes(services);
        int version = PlanCatalogue.version1().version() + adopted.size() + 1;
        apply(new ServiceCatalogueAdopted(
                new ServiceCatalogue(version, services, command.instrument(), command.effectiveFrom())));
    }

    @CommandHandler
    void decide(WithdrawServiceCatalogue command) {
        CATALOGUE_TO_WITHDRAW_IS_ADOPTED.require(
                applying.has(of -> of.catalogue().version() == command.version()), command.version());
        apply(new ServiceCatalogueWithdrawn(command.version()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(AdoptSkillGroups command) {
        SKILL_GROUPS_ARE_SOME_BUT_NOT_TOO_MANY.require(
                !command.groups().isEmpty() && command.groups().size() <= MOST_GROUPS, MOST_GROUPS);
        Set<String> codes = new HashSet<>();
        for (SkillGroup group : command.groups()) {
            FreeText.checkName(group.code());
            FreeText.checkName(group.vi());
            FreeText.checkName(group.en());
            SKILL_GROUP_IS_NAMED_ONCE.require(codes.add(group.code()), group.code());
        }
        checkGrouped(command.services(), codes);
        apply(new SkillGroupsAdopted(new SkillGroups(
                groupVersions + 1,
                command.groups(),
                command.services(),
                command.instrument(),
                command.effectiveFrom())));
    }

    private void checkGrouped(List<GroupedService> services, Set<String> groups) {
        Map<ServiceCode, ServiceCategory> known = categories();
        Set<ServiceCode> named = new HashSet<>();
        for (GroupedService grouped : services) {
            String service = grouped.service().value();
            SKILL_GROUP_IS_OF_A_SERVICE_OF_THE_CATALOGUE.require(known.containsKey(grouped.service()), service);
            SERVICE_HAS_ONE_SKILL_GROUP.require(named.add(grouped.service()), service);
            SERVICE_IS_IN_A_GROUP_OF_THE_FRAMEWORK.require(groups.contains(grouped.group()), service, grouped.group());
        }
    }

    @CommandHandler
    void decide(WithdrawSkillGroups command) {
        SKILL_GROUPS_TO_WITHDRAW_ARE_ADOPTED.require(
                groups.has(of -> of.version() == command.version()), command.version());
        apply(new SkillGroupsWithdrawn(command.version()));
    }

    private static void check(Service service) {
        FreeText.checkNewId(service.code());
        FreeText.checkName(service.vi());
        FreeText.checkName(service.en());
        LocalDate last = service.validTo();
        if (last != null) {
            SERVICE_IS_VALID_ON_SOME_DAY.require(
                    !last.isBefore(service.validFrom()), service.code().value());
        }
    }

    private void checkCodes(List<Service> services) {
        Map<ServiceCode, ServiceCategory> known = categories();
        Set<ServiceCode> named = new HashSet<>();
        for (Service service : services) {
            CATALOGUE_NAMES_EACH_SERVICE_ONCE.require(
                    named.add(service.code()), service.code().value());
            ServiceCategory before = known.getOrDefault(service.code(), service.category());
            SERVICE_KEEPS_ITS_CATEGORY.require(
                    service.category() == before, service.code().value(), before.name());
        }
    }

    /** Categories of all codes of all versions. */
    private Map<ServiceCode, ServiceCategory> categories() {
        Map<ServiceCode, ServiceCategory> categories = new HashMap<>();
        Stream.concat(Stream.of(PlanCatalogue.version1()), adopted.stream())
                .flatMap(catalogue -> catalogue.services().stream())
                .forEach(service -> categories.put(service.code(), service.category()));
        return categories;
    }

    /** The version that applies to help on that day, as known now; absent before the first adopted version. */
    Optional<ServiceCatalogue> on(LocalDate day) {
        return applying.at(day).map(ServiceCatalogueAdopted::catalogue);
    }

    @EventHandler
    void evolve(CatalogueEvent event) {
        id = ID;
        event.change(applying);
        event.changeGroups(groups);
        groupVersions = event instanceof SkillGroupsAdopted of ? of.groups().version() : groupVersions;
        if (event instanceof ServiceCatalogueAdopted of) {
            adopted.add(of.catalogue());
        }
    }
}
