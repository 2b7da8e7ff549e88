package vn.soto.contracts.catalogue;

import java.util.Set;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;

/** Everything that can happen to the catalogue of services. */
public sealed interface CatalogueEvent extends ProductEvent {

    @Override
    default Set<String> tags() {
        return Set.of("catalogue");
    }

    /** From its first day on help is recorded by this version; records made by earlier ones stay as they are. */
    @StoredAs("catalogue.adopted.v1")
    record ServiceCatalogueAdopted(ServiceCatalogue catalogue) implements CatalogueEvent {}
}
