package vn.soto.command.http;

import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ServerWebExchange;
import vn.soto.web.ProblemResponses;
import vn.soto.web.ProblemTexts;

/** Answers failures of commands with problems. */
@RestControllerAdvice(basePackageClasses = ProblemAdvice.class)
final class ProblemAdvice {

    private final ProblemResponses responses;

    ProblemAdvice(ProblemTexts texts) {
        this.responses = new ProblemResponses(Problems::of, texts);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Throwable error, ServerWebExchange exchange) {
        DamageLog.note(error, exchange);
        return responses.answer(error, exchange);
    }
}
