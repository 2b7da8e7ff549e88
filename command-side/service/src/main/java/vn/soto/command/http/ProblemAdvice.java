package vn.soto.command.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ServerWebExchange;

/** Answers every failure of a command with a problem in the reader's language; logs what is broken, once. */
@RestControllerAdvice(basePackageClasses = ProblemAdvice.class)
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemTexts texts;

    ProblemAdvice(ProblemTexts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Throwable error, ServerWebExchange exchange) {
        Problem problem = Problems.of(error, texts, locale(exchange));
        if (problem.status() == 500) {
            LOG.error(
                    "{} {} failed",
                    exchange.getRequest().getMethod(),
                    exchange.getRequest().getPath(),
                    error);
        }
        return answer(problem, exchange);
    }

    static Locale locale(ServerWebExchange exchange) {
        List<Locale> wanted = exchange.getRequest().getHeaders().getAcceptLanguageAsLocales();
        return wanted.isEmpty() ? ProblemTexts.VIETNAMESE : ProblemTexts.supported(wanted.getFirst());
    }

    private static ResponseEntity<ProblemDetail> answer(Problem problem, ServerWebExchange exchange) {
        ProblemDetail detail =
                ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(problem.status()), problem.detail());
        detail.setType(URI.create("urn:soto:problem:" + problem.code()));
        detail.setTitle(problem.title());
        detail.setInstance(URI.create(exchange.getRequest().getPath().value()));
        problem.properties().forEach(detail::setProperty);
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.retryAfter() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, problem.retryAfter().toString());
        }
        return answer.body(detail);
    }
}
