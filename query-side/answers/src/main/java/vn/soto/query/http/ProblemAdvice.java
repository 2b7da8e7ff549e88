package vn.soto.query.http;

import java.util.List;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ServerWebExchange;
import vn.soto.web.ProblemResponses;
import vn.soto.web.ProblemTexts;

/** Answers every failed query with a problem. */
@RestControllerAdvice(basePackages = "vn.soto.query")
final class ProblemAdvice {

    static final String TEXTS = "vn.soto.query.http.problems";

    private final ProblemResponses responses = new ProblemResponses(Problems::of, new ProblemTexts(List.of(TEXTS)));

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Throwable error, ServerWebExchange exchange) {
        return responses.answer(error, exchange);
    }
}
