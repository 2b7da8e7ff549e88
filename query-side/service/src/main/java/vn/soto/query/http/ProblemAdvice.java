package vn.soto.query.http;

import com.mongodb.MongoException;
import java.net.URI;
import java.time.Duration;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import vn.soto.ledger.LedgerException;
import vn.soto.projection.ProjectionClaimedException;

/** Answers every refused question with an RFC 9457 problem in the reader's language; logs what is broken, once. */
@RestControllerAdvice(basePackages = "vn.soto.query")
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Exception error, ServerWebExchange exchange) {
        QueryProblemException refusal = refusal(error);
        if (refusal.status() == 500) {
            LOG.error("{} failed", exchange.getRequest().getPath(), error);
        }
        Locale locale = locale(exchange);
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(
                HttpStatusCode.valueOf(refusal.status()),
                ProblemTexts.text(refusal.code() + ".detail", locale, refusal.arguments()));
        detail.setType(URI.create("urn:soto:problem:" + refusal.code()));
        detail.setTitle(ProblemTexts.text(refusal.code() + ".title", locale, List.of()));
        detail.setInstance(URI.create(exchange.getRequest().getURI().getRawPath()));
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(refusal.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
        refusal.retryAfter()
                .ifPresent(
                        after -> answer.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, after.toSeconds()))));
        return answer.body(detail);
    }

    private static QueryProblemException refusal(Exception error) {
        return switch (error) {
            case QueryProblemException refusal -> refusal;
            case LedgerException.Unavailable unavailable -> QueryProblemException.unavailable(unavailable.retryAfter());
            case MongoException unavailable -> QueryProblemException.unavailable(Duration.ofSeconds(1));
            case ProjectionClaimedException held -> QueryProblemException.heldElsewhere();
            case ResponseStatusException status
            when status.getStatusCode().is4xxClientError() ->
                QueryProblemException.request(status.getStatusCode().value());
            default -> QueryProblemException.broken();
        };
    }

    private static Locale locale(ServerWebExchange exchange) {
        List<Locale> wanted = exchange.getRequest().getHeaders().getAcceptLanguageAsLocales();
        return wanted.stream().map(ProblemTexts::supported).findFirst().orElse(ProblemTexts.VIETNAMESE);
    }
}
