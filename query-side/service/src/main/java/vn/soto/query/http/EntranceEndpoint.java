package vn.soto.query.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

    /**
     * @param description  address of the description of the whole API (OpenAPI)
     * @param team         those of the parameters, whose names are with the links
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entrance(
            String product,
            String description,
            @Nullable String team,
            @Nullable String unit,
            @Nullable String organisation,
            @Nullable String member) {}

    /** Its links lead to all that can be asked about nothing, and about what the parameters name. */
    @Requires(EndpointRight.OWN_ACCOUNT)
    @GetMapping("/api")
    Mono<QueryAnswer<Entrance>> entrance(
            QueryContext context,
            @RequestParam Optional<String> team,
            @RequestParam Optional<String> unit,
            @RequestParam Optional<String> organisation,
            @RequestParam Optional<String> member) {
        return queries.answer(
                context,
                asOf -> new Entrance(
                        "Sổ Tổ",
                        "/api/openapi.json",
                        team.isPresent() ? team.get() : null,
                        unit.isPresent() ? unit.get() : null,
                        organisation.isPresent() ? organisation.get() : null,
                        member.isPresent() ? member.get() : null));
    }
}
