package vn.soto.allinone;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.soto.ledger.LedgerException;
import vn.soto.projection.Projections;
import vn.soto.query.http.Askers;
import vn.soto.query.http.Refusals;
import vn.soto.query.reading.Asker;
import vn.soto.query.reading.Readers;
import vn.soto.query.reading.ReadingDecision;
import vn.soto.query.reading.Requirement;
import vn.soto.web.EndpointRight;

/**
 * Checks the rights to the actuator, which shares the port with the API. Each endpoint names its right here, and one
 * without a right is closed. A reader without the right to health gets the bare status, as everybody does, and nothing
 * of the rest. Health is content-free and has to be readable when the ledger is not: then the roles that sign-in
 * asserts decide.
 */
@Component
@Order(ActuatorAccess.AFTER_SIGN_IN)
record ActuatorAccess(Readers readers, Refusals refusals, Projections projections) implements WebFilter {

    /** Spring Security's filters have the order -100. */
    static final int AFTER_SIGN_IN = -50;

    /** Rights by the first word after {@code /actuator}; the page itself has none. */
    static final Map<String, EndpointRight> RIGHTS = Map.of(
            "", EndpointRight.OPERATION,
            "health", EndpointRight.OPERATION,
            "prometheus", EndpointRight.OPERATION,
            "info", EndpointRight.OPERATION,
            "clock", EndpointRight.OPERATION);

    private static final String ACTUATOR = "/actuator";

    /** Answered to everybody, without details. */
    private static final Set<String> BARE =
            Set.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        if (!path.equals(ACTUATOR) && !path.startsWith(ACTUATOR + "/")) {
            return chain.filter(exchange);
        }
        return Askers.of(exchange)
                .flatMap(asker -> asker.account().isEmpty()
                        ? Mono.just(Optional.<ReadingDecision>empty())
                        : Mono.fromCallable(() -> Optional.of(decision(asker, path)))
                                .subscribeOn(Schedulers.boundedElastic()))
                .flatMap(decision -> answer(decision, path, exchange, chain));
    }

    /** @param decision empty for nobody signed in, whom sign-in lets ask for the bare status only */
    private Mono<Void> answer(
            Optional<ReadingDecision> decision, String path, ServerWebExchange exchange, WebFilterChain chain) {
        if (decision.isEmpty() || decision.get() instanceof ReadingDecision.Allowed) {
            return chain.filter(exchange);
        }
        return BARE.contains(path)
                ? chain.filter(exchange).contextWrite(ReactiveSecurityContextHolder.clearContext())
                : refusals.write(decision.get(), projections.folded().number(), exchange);
    }

    private ReadingDecision decision(Asker asker, String path) {
        String endpoint = path.length() <= ACTUATOR.length() + 1
                ? ""
                : path.substring(ACTUATOR.length() + 1).split("/", 2)[0];
        // What is not declared is closed to everybody but who may do all of this.
        EndpointRight right = RIGHTS.getOrDefault(endpoint, EndpointRight.MAINTENANCE);
        try {
            return readers.of(asker, projections.folded().number()).decide(new Requirement(right, "", false), Map.of());
        } catch (LedgerException e) {
            boolean asserted = asker.asserted().stream().anyMatch(right.roles()::contains);
            return asserted ? new ReadingDecision.Allowed(List.of()) : new ReadingDecision.NoRole(right, right.roles());
        }
    }

    /** Asked for at each request. */
    @Override
    public String toString() {
        return "ActuatorAccess";
    }
}
