package vn.soto.contracts.catalogue;

import java.util.Set;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;

/** Events of the catalogue of services. */
public sealed interface CatalogueEvent extends ProductEvent {

    @Override
    default Set<String> tags() {
        return Set.of("catalogue");
    }

    /** Changes what applies from which day on. */
    default void change(DayHistory<ServiceCatalogueAdopted> versions) {
        switch (this) {
            case ServiceCatalogueAdopted adopted ->
                versions.put(adopted.catalogue().effectiveFrom(), adopted);
            case ServiceCatalogueWithdrawn withdrawn -> versions.removeIf(withdrawn::corrects);
            case SkillGroupsAdopted _, SkillGroupsWithdrawn _ -> {
                // services stay what they are
            }
        }
    }

    /** Changes which groups apply from which day on. */
    default void changeGroups(DayHistory<SkillGroups> versions) {
        switch (this) {
            case SkillGroupsAdopted adopted -> versions.put(adopted.groups().effectiveFrom(), adopted.groups());
            case SkillGroupsWithdrawn withdrawn -> versions.removeIf(groups -> groups.version() == withdrawn.version());
            case ServiceCatalogueAdopted _, ServiceCatalogueWithdrawn _ -> {
                // groups stay what they are
            }
        }
    }

    /**
     * A new version of the catalogue. It applies to help from its first day on; records made under earlier versions
     * stay as they are.
     */
    @StoredAs("catalogue.adopted.v1")
    record ServiceCatalogueAdopted(ServiceCatalogue catalogue) implements CatalogueEvent {}

    /** A version applies on no day; until the next one, that before it does. Records made under it stay as they are. */
    @StoredAs("catalogue.withdrawn.v1")
    record ServiceCatalogueWithdrawn(int version) implements CatalogueEvent, Correcting {

        @Override
        public boolean corrects(DomainEvent earlier) {
            return earlier instanceof ServiceCatalogueAdopted adopted
                    && adopted.catalogue().version() == version;
        }
    }

    /** A new version of the groups of the national framework, to which the services of the catalogue belong. */
    @StoredAs("catalogue.skill-groups-adopted.v1")
    record SkillGroupsAdopted(SkillGroups groups) implements CatalogueEvent {}

    /** A version applies on no day; until the next one, that before it does. */
    @StoredAs("catalogue.skill-groups-withdrawn.v1")
    record SkillGroupsWithdrawn(int version) implements CatalogueEvent, Correcting {

        @Override
        public boolean corrects(DomainEvent earlier) {
            return earlier instanceof SkillGroupsAdopted adopted
                    && adopted.groups().version() == version;
        }
    }
}
