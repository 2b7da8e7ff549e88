package vn.soto.domain.catalogue;

import java.time.LocalDate;
import java.util.function.Function;
import vn.soto.contracts.catalogue.PlanCatalogue;
import vn.soto.contracts.catalogue.ServiceCatalogue;
import vn.soto.domain.shared.ReadOnlyAggregates;

/**
 * The catalogue of services by day. Reading it is guarded like reading any aggregate, so the commit depends on the
 * versions that were read.
 */
public final class ServiceCatalogues {

    private final Function<LocalDate, ServiceCatalogue> catalogues;

    private ServiceCatalogues(Function<LocalDate, ServiceCatalogue> catalogues) {
        this.catalogues = catalogues;
    }

    /** The adopted versions; before the first of them applies, the plan's catalogue. */
    public static ServiceCatalogues adopted(ReadOnlyAggregates consulted) {
        return new ServiceCatalogues(day -> consulted
                .find(Catalogue.class, Catalogue.ID, catalogue -> catalogue.on(day))
                .flatMap(adopted -> adopted)
                .orElseGet(PlanCatalogue::version1));
    }

    public ServiceCatalogue on(LocalDate day) {
        return catalogues.apply(day);
    }
}
