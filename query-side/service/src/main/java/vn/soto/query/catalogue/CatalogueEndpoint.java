package vn.soto.query.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;

@RestController
final class CatalogueEndpoint {

    private final QueryExecutor queries;
    private final Catalogues catalogues;
    private final Clock clock;

    CatalogueEndpoint(QueryExecutor queries, Catalogues catalogues, Clock clock) {
        this.queries = queries;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    /** The catalogue of the day {@code on}, or of today. */
    @GetMapping("/api/catalogue")
    Mono<QueryAnswer<CatalogueView>> catalogue(QueryContext context, @RequestParam Optional<LocalDate> on) {
        return queries.answer(context, asOf -> {
            LocalDate day = on.orElseGet(() -> VietnamTime.day(clock.instant()));
            return CatalogueView.of(catalogues.on(day, asOf), day);
        });
    }
}
