package vn.soto.query.catalogue;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.Today;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

@RestController
final class CatalogueEndpoint {

    private final QueryExecutor queries;
    private final Catalogues catalogues;
    private final Today today;

    CatalogueEndpoint(QueryExecutor queries, Catalogues catalogues, Today today) {
        this.queries = queries;
        this.catalogues = catalogues;
        this.today = today;
    }

    /** The catalogue of the day {@code on}, or of {@link Today}. */
    @Requires(EndpointRight.REFERENCE)
    @GetMapping("/api/catalogue")
    Mono<QueryAnswer<CatalogueView>> catalogue(QueryContext context, @RequestParam Optional<LocalDate> on) {
        return queries.answer(context, asOf -> {
            LocalDate day = today.on(on, context, asOf);
            return CatalogueView.of(catalogues.on(day, asOf), day);
        });
    }
}
