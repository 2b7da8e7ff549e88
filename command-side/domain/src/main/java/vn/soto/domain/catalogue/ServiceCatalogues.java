package vn.soto.domain.catalogue;

import java.time.LocalDate;
import java.util.function.Function;
import vn.soto.contracts.catalogue.PlanCatalogue;
import vn.soto.contracts.catalogue.ServiceCatalogue;
import vn.soto.domain.shared.ReadOnlyAggregates;

/**
 * Which services there were on a day. Asked like any aggregate, so a commit rests on the versions it was made under.
 */
public final class ServiceCatalogues {

    private final Function<LocalDate, ServiceCatalogue> catalogues;

    private ServiceCatalogues(Function<LocalDate, ServiceCatalogue> catalogues) {
        this.catalogues = catalogues;
    }

    /** The plan's, until the first version adopted in the ledger holds. */
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
