package vn.soto.query.catalogue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.catalogue.CatalogueEvent;
import vn.soto.contracts.catalogue.CatalogueEvent.ServiceCatalogueAdopted;
import vn.soto.contracts.catalogue.PlanCatalogue;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCatalogue;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.catalogue.SkillGroups;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.events.EventCodec;
import vn.soto.query.event.Histories;
import vn.soto.query.event.ServiceNames;

/** The catalogues of services, read from the ledger. */
@Component
public record Catalogues(Histories histories, EventCodec codec) implements ServiceNames {

    /** Id of the one aggregate that holds all versions. */
    private static final String CATALOGUE = "catalogue";

    /** The catalogue that holds on a day, as known at a commit. */
    public ServiceCatalogue on(LocalDate day, long asOf) {
        return applying(asOf).at(day).map(ServiceCatalogueAdopted::catalogue).orElseGet(PlanCatalogue::version1);
    }

    /** The groups of digital skills by which help of a day is counted; empty before a version is adopted. */
    public Optional<SkillGroups> groupsOn(LocalDate day, long asOf) {
        return DayHistory.<CatalogueEvent, SkillGroups>of(events(asOf), CatalogueEvent::changeGroups)
                .at(day);
    }

    private DayHistory<ServiceCatalogueAdopted> applying(long asOf) {
        return DayHistory.of(events(asOf), CatalogueEvent::change);
    }

    @Override
    public Map<ServiceCode, Service> namedOn(LocalDate day, long asOf) {
        DayHistory<ServiceCatalogueAdopted> applying = applying(asOf);
        Stream<ServiceCatalogue> all = events(asOf)
                .flatMap(event -> event instanceof ServiceCatalogueAdopted adopted
                        ? Stream.of(adopted.catalogue())
                        : Stream.empty());
        Stream<ServiceCatalogue> begun = applying.days()
                .filter(from -> !from.isAfter(day))
                .map(from -> applying.on(from).catalogue());
        Map<ServiceCode, Service> services = new HashMap<>();
        Stream.of(all, Stream.of(PlanCatalogue.version1()), begun)
                .flatMap(catalogues -> catalogues)
                .flatMap(catalogue -> catalogue.services().stream())
                .forEach(service -> services.put(service.code(), service));
        return services;
    }

    private Stream<CatalogueEvent> events(long asOf) {
        return histories.of(CATALOGUE, asOf).stream()
                .map(body -> codec.decode(body.event().type(), body.event().payload()))
                .flatMap(event -> event instanceof CatalogueEvent of ? Stream.of(of) : Stream.empty());
    }
}
