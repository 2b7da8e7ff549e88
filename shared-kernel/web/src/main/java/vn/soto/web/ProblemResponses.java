package vn.soto.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers failures with problems in the reader's language; logs a server error once.
 *
 * @param translation translates failures to problems; an untranslated failure has the status 500
 */
public record ProblemResponses(Function<Throwable, Problem> translation, ProblemTexts texts) {

    private static final JsonMapper JSON = ClearJson.mapper();

    /** Throws the failure where the answer has begun: nothing can be told any more. */
    public ResponseEntity<ProblemDetail> answer(Throwable error, ServerWebExchange exchange) {
        if (exchange.getResponse().isCommitted()) {
            throw Exceptions.propagate(error);
        }
        return error instanceof ProblemException found
                ? answer(found.problem(), found.texts(), error, exchange)
                : answer(translation.apply(error), texts, error, exchange);
    }

    private static ResponseEntity<ProblemDetail> answer(
            Problem translated, ProblemTexts texts, Throwable error, ServerWebExchange exchange) {
        Problem problem =
                translated.status() == 500 ? translated.withFailure(FailureLog.record(error, exchange)) : translated;
        RefusalNotes.add(problem, exchange);
        Locale locale = Language.of(exchange);
        ProblemDetail body = body(problem, texts, locale);
        FailureLog.instance(exchange).ifPresent(body::setInstance);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
        if (problem.retryAfter() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, problem.retryAfter().toString());
        }
        return answer.body(body);
    }

    /** Writes a problem before or outside the endpoints. The body repeats nothing from the request. */
    public static Mono<Void> write(Problem problem, ProblemTexts texts, ServerWebExchange exchange) {
        RefusalNotes.add(problem, exchange);
        Locale locale = Language.of(exchange);
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.retryAfter() != null) {
            headers.set(HttpHeaders.RETRY_AFTER, problem.retryAfter().toString());
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(json(problem, texts, locale))));
    }

    /** The body of a problem as JSON, without {@code instance}. */
    public static byte[] json(Problem problem, ProblemTexts texts, Locale locale) {
        ProblemDetail detail = body(problem, texts, locale);
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("type", detail.getType());
        members.put("title", detail.getTitle());
        members.put("status", detail.getStatus());
        members.put("detail", detail.getDetail());
        if (detail.getProperties() != null) {
            members.putAll(detail.getProperties());
        }
        return JSON.writeValueAsBytes(members);
    }

    /** The body without {@code instance}, the address of the request. */
    public static ProblemDetail body(Problem problem, ProblemTexts texts, Locale locale) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(
                HttpStatusCode.valueOf(problem.status()), texts.detail(problem, locale));
        body.setType(URI.create("urn:soto:problem:" + problem.code()));
        body.setTitle(texts.title(problem, locale));
        problem.properties().forEach((name, value) -> body.setProperty(name, ProblemTexts.worded(value, locale)));
        if (problem.retryAfter() != null) {
            body.setProperty("retryAfter", problem.retryAfter());
        }
        return body;
    }
}
