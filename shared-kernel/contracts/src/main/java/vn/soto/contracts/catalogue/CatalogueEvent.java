package vn.soto.contracts.catalogue;

import java.util.Set;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;

/** Events of the catalogue of services. */
public sealed interface CatalogueEvent extends ProductEvent {

    @Override
    default Set<String> tags() {
        return Set.of("catalogue");
    }

    /**
     * A new version of the catalogue. It applies to help from its first day on; records made under earlier versions
     * stay as they are.
     */
    @StoredAs("catalogue.adopted.v1")
    record ServiceCatalogueAdopted(ServiceCatalogue catalogue) implements CatalogueEvent {}
}
