package vn.soto.query.http;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** Answers where to begin: everything else is reached from its links. */
@RestController
final class EntranceEndpoint {

    private final QueryExecutor queries;

    EntranceEndpoint(QueryExecutor queries) {
        this.queries = queries;
    }

    /** @param description address of the description of the whole API (OpenAPI) */
    record Entrance(String product, String description) {}

    @Requires(EndpointRight.OWN_ACCOUNT)
    @GetMapping("/api")
    Mono<QueryAnswer<Entrance>> entrance(QueryContext context) {
        return queries.answer(context, asOf -> new Entrance("Sổ Tổ", "/api/openapi.json"));
    }
}
