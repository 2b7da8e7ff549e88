package vn.soto.query.catalogue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.contracts.catalogue.CatalogueEvent;
import vn.soto.contracts.catalogue.CatalogueEvent.ServiceCatalogueAdopted;
import vn.soto.contracts.catalogue.PlanCatalogue;
import vn.soto.contracts.catalogue.ServiceCatalogue;
import vn.soto.events.EventCodec;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.Today;
import vn.soto.query.timeline.EventLoader.Body;
import vn.soto.query.timeline.Histories;

@RestController
final class CatalogueEndpoint {

    /** Id of the one aggregate that holds all versions. */
    private static final String CATALOGUE = "catalogue";

    private final QueryExecutor queries;
    private final Histories histories;
    private final EventCodec codec;
    private final Today today;

    CatalogueEndpoint(QueryExecutor queries, Histories histories, EventCodec codec, Today today) {
        this.queries = queries;
        this.histories = histories;
        this.codec = codec;
        this.today = today;
    }

    /** The catalogue of the day {@code on}, or of {@link Today}. */
    @GetMapping("/api/catalogue")
    Mono<QueryAnswer<CatalogueView>> catalogue(QueryContext context, @RequestParam Optional<LocalDate> on) {
        return queries.answer(context, asOf -> {
            LocalDate day = today.on(on, context, asOf);
            return CatalogueView.of(holding(day, asOf), day);
        });
    }

    private ServiceCatalogue holding(LocalDate on, long asOf) {
        return histories.of(CATALOGUE, asOf).stream()
                .flatMap(this::adopted)
                .filter(catalogue -> !catalogue.effectiveFrom().isAfter(on))
                .reduce((earlier, later) -> later)
                .orElseGet(PlanCatalogue::version1);
    }

    private Stream<ServiceCatalogue> adopted(Body body) {
        return switch (codec.decode(body.event().type(), body.event().payload())) {
            case CatalogueEvent event ->
                switch (event) {
                    case ServiceCatalogueAdopted adopted -> Stream.of(adopted.catalogue());
                };
            default -> Stream.empty();
        };
    }
}
