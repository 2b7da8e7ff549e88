package vn.soto.query.http;

import java.util.function.Consumer;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.soto.projection.Projection;
import vn.soto.projection.Projections;

/**
 * Retries and replays of projections, for administrators. The required content type blocks requests forged by other
 * sites.
 */
@RestController
@RequestMapping(path = "/api/projections/{projection}", consumes = MediaType.APPLICATION_JSON_VALUE)
final class ProjectionEndpoint {

    private static final String ADMINISTRATOR = "ROLE_ADMINISTRATOR";

    private final Projections projections;

    ProjectionEndpoint(Projections projections) {
        this.projections = projections;
    }

    /** @param deadLetters number of dead letters now */
    record State(String projection, long commit, long deadLetters) {}

    /** Retries the dead letters. */
    @PostMapping("/retry")
    Mono<State> retry(@PathVariable String projection, ServerWebExchange exchange) {
        return change(projection, exchange, Projection::retry);
    }

    /** Drops the read model and projects the ledger from its beginning; until it is done, answers report the lag. */
    @PostMapping("/replay")
    Mono<State> replay(@PathVariable String projection, ServerWebExchange exchange) {
        return change(projection, exchange, Projection::replay);
    }

    private Mono<State> change(String name, ServerWebExchange exchange, Consumer<Projection> change) {
        return exchange.<Authentication>getPrincipal()
                .filter(ProjectionEndpoint::mayChange)
                .switchIfEmpty(Mono.error(QueryProblemException::notAllowed))
                .flatMap(
                        who -> Mono.fromCallable(() -> changed(name, change)).subscribeOn(Schedulers.boundedElastic()));
    }

    private static boolean mayChange(Authentication who) {
        return who.isAuthenticated()
                && who.getAuthorities().stream().anyMatch(granted -> ADMINISTRATOR.equals(granted.getAuthority()));
    }

    private State changed(String name, Consumer<Projection> change) {
        Projection projection =
                projections.named(name).orElseThrow(() -> QueryProblemException.absent("projection", name));
        change.accept(projection);
        return new State(name, projection.folded().number(), projection.deadLetters());
    }
}
