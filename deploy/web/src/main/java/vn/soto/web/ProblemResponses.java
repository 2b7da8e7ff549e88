package vn.soto.web;

import java.net.URI;
import java.util.Locale;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;

/** Answers failures with problems in the reader's language; logs a server error once. */
public final class ProblemResponses {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);

    private final Function<Throwable, Problem> translation;
    private final ProblemTexts texts;

    /** @param translation translates failures to problems; an untranslated failure has the status 500 */
    public ProblemResponses(Function<Throwable, Problem> translation, ProblemTexts texts) {
        this.translation = translation;
        this.texts = texts;
    }

    public ResponseEntity<ProblemDetail> answer(Throwable error, ServerWebExchange exchange) {
        Problem problem = translation.apply(error);
        if (problem.status() == 500) {
            LOG.error(
                    "{} {} failed",
                    exchange.getRequest().getMethod(),
                    exchange.getRequest().getPath(),
                    error);
        }
        Locale locale = Language.of(exchange);
        ProblemDetail body = body(problem, texts, locale);
        body.setInstance(URI.create(exchange.getRequest().getPath().value()));
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
        if (problem.retryAfter() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, problem.retryAfter().toString());
        }
        return answer.body(body);
    }

    /** The body without {@code instance}, the address of the request. */
    public static ProblemDetail body(Problem problem, ProblemTexts texts, Locale locale) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(
                HttpStatusCode.valueOf(problem.status()), texts.detail(problem, locale));
        body.setType(URI.create("urn:soto:problem:" + problem.code()));
        body.setTitle(texts.title(problem, locale));
        problem.properties().forEach((name, value) -> body.setProperty(name, ProblemTexts.worded(value, locale)));
        return body;
    }
}
