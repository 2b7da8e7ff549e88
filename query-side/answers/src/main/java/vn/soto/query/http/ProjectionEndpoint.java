package vn.soto.query.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.soto.projection.DocumentDifferences;
import vn.soto.projection.Projection;
import vn.soto.projection.Projections;
import vn.soto.projection.source.CommitToken;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.Readers;
import vn.soto.query.reading.Requirement;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/**
 * Retries and replays of projections, for administrators. The required content type blocks requests forged by other
 * sites.
 */
@RestController
@RequestMapping(path = "/api/projections/{projection}", consumes = MediaType.APPLICATION_JSON_VALUE)
record ProjectionEndpoint(Projections projections, Readers readers, Refusals refusals) {

    private static final Requirement MAINTENANCE = new Requirement(EndpointRight.MAINTENANCE, "", false);

    /**
     * @param deadLetters number of dead letters now
     * @param replayed    last commit that is in the read model made anew; absent if none is
     * @param differences how the last replay since the start has changed the documents; absent if there was none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record State(
            String projection,
            long commit,
            long deadLetters,
            @Nullable Long replayed,
            @Nullable DocumentDifferences differences) {}

    /** Retries the dead letters. */
    @Requires(EndpointRight.MAINTENANCE)
    @PostMapping("/retry")
    Mono<State> retry(@PathVariable String projection, ServerWebExchange exchange) {
        return change(projection, exchange, Projection::retry);
    }

    /**
     * Makes the read model anew from the beginning of the ledger; until that is done, answers are made from the old one and say
     * so.
     */
    @Requires(EndpointRight.MAINTENANCE)
    @PostMapping("/replay")
    Mono<State> replay(@PathVariable String projection, ServerWebExchange exchange) {
        return change(projection, exchange, Projection::replay);
    }

    /** Ends a replay that is running; the old read model goes on. */
    @Requires(EndpointRight.MAINTENANCE)
    @PostMapping("/replay/cancel")
    Mono<State> cancel(@PathVariable String projection, ServerWebExchange exchange) {
        return change(projection, exchange, Projection::cancelReplay);
    }

    private Mono<State> change(String name, ServerWebExchange exchange, Consumer<Projection> change) {
        return Askers.of(exchange)
                .flatMap(asker -> Mono.fromCallable(() -> {
                            long known = projections.folded().number();
                            refusals.check(readers.of(asker, known).decide(MAINTENANCE, Map.of()), known);
                            return changed(name, change);
                        })
                        .subscribeOn(Schedulers.boundedElastic()));
    }

    private State changed(String name, Consumer<Projection> change) {
        Projection projection =
                projections.named(name).orElseThrow(() -> QueryProblemException.absent("projection", name));
        change.accept(projection);
        Optional<Long> replayed = projection.replayed().map(CommitToken::number);
        Optional<DocumentDifferences> differences = projection.differences();
        return new State(
                name,
                projection.folded().number(),
                projection.deadLetters(),
                replayed.isPresent() ? replayed.get() : null,
                differences.isPresent() ? differences.get() : null);
    }
}
