package vn.soto.edge.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.web.Disconnection;
import vn.soto.web.FailureLog;
import vn.soto.web.Problem;
import vn.soto.web.ProblemResponses;

/**
 * Answers failures that no endpoint's advice answered, such as those of filters. It takes the place of Spring Boot's own
 * handler, which logs and answers in another form.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnhandledFailures implements ErrorWebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UnhandledFailures.class);

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (Disconnection.caused(failure)) {
            LOG.debug("the client hung up", failure);
            return Mono.empty();
        }
        if (exchange.getResponse().isCommitted()) {
            FailureLog.record(failure, exchange);
            return Mono.error(failure);
        }
        return ProblemResponses.write(problem(failure, exchange), ServerProblems.TEXTS, exchange);
    }

    private static Problem problem(Throwable failure, ServerWebExchange exchange) {
        if (failure instanceof ResponseStatusException refused
                && refused.getStatusCode().is4xxClientError()) {
            int status = refused.getStatusCode().value();
            return status == 404
                    ? Problem.of(404, "no-such-address").titled("request.title")
                    : Problem.of(status, "malformed-request").titled("request.title");
        }
        return Problem.failed(FailureLog.record(failure, exchange));
    }
}
