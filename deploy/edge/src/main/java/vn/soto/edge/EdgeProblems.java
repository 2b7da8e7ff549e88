package vn.soto.edge;

import java.util.List;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.resource.NoResourceFoundException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import vn.soto.web.Problem;
import vn.soto.web.ProblemException;
import vn.soto.web.ProblemResponses;
import vn.soto.web.ProblemTexts;

/**
 * Answers requests that no endpoint of either side maps (address, method or content type), and those that end with a {@link
 * ProblemException}, with a problem. It precedes the sides' own advice, which would report all of them as bad requests.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
@Import({RejectedRequests.class, MalformedAccept.class})
final class EdgeProblems {

    static final ProblemTexts TEXTS = new ProblemTexts(List.of("vn.soto.edge.problems"));

    private final ProblemResponses responses = new ProblemResponses(EdgeProblems::of, TEXTS);

    @ExceptionHandler({
        NoResourceFoundException.class,
        MethodNotAllowedException.class,
        NotAcceptableStatusException.class,
        UnsupportedMediaTypeStatusException.class
    })
    ResponseEntity<ProblemDetail> problem(ResponseStatusException error, ServerWebExchange exchange) {
        return responses.answer(error, exchange);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(ProblemException found, ServerWebExchange exchange) {
        return responses.answer(found, exchange);
    }

    private static Problem of(Throwable error) {
        int status = error instanceof ResponseStatusException refused
                ? refused.getStatusCode().value()
                : 404;
        String code = switch (status) {
            case 405 -> "method";
            case 406 -> "answer-type";
            case 415 -> "content-type";
            default -> "no-such-address";
        };
        return Problem.of(status, code).titled("request.title");
    }

    /** The problem of an unauthenticated request; the detail states the remedy. */
    static Problem unauthenticated(Challenge challenge) {
        return Problem.of(401, challenge.code()).titled("sign-in.title").detailed(challenge.detail());
    }

    /** The problem of a token that cannot be checked for the moment. */
    static Problem uncheckable() {
        return Problem.of(503, "sign-in-unavailable").retryAfter(SignInKeys.PAUSE);
    }
}
