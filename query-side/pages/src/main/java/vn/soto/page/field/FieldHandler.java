package vn.soto.page.field;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.page.Pages;
import vn.soto.page.PlacedHandler;

/**
 * Answers the page of the field, the worker that keeps it on a phone, and what a phone needs to install it. They are
 * the same for everybody and hold nothing of anybody, so they need no account.
 */
@Component
final class FieldHandler implements PlacedHandler {

    static final String PAGE = "/field";
    static final String ENGLISH_PAGE = "/field/en";
    static final String WORKER = "/sw.js";
    static final String MANIFEST = "/field.webmanifest";

    private final Pages pages;
    private final FieldFiles files;

    FieldHandler(Pages pages, FieldFiles files) {
        this.pages = pages;
        this.files = files;
    }

    @Override
    public List<String> addresses() {
        return List.of(PAGE, ENGLISH_PAGE, WORKER, MANIFEST);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        HttpMethod method = exchange.getRequest().getMethod();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            exchange.getResponse().setStatusCode(HttpStatus.METHOD_NOT_ALLOWED);
            return exchange.getResponse().setComplete();
        }
        return switch (exchange.getRequest().getPath().pathWithinApplication().value()) {
            case PAGE -> write(page(Locale.of("vi")), MediaType.TEXT_HTML, exchange);
            case ENGLISH_PAGE -> write(page(Locale.ENGLISH), MediaType.TEXT_HTML, exchange);
            case MANIFEST -> write(files.manifest(), MediaType.valueOf("application/manifest+json"), exchange);
            default ->
                write(files.worker(language(exchange), this::page), MediaType.valueOf("text/javascript"), exchange);
        };
    }

    /** A worker keeps the page in the language in which it was open. */
    private static Locale language(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getURI().getRawQuery())
                .filter("en"::equals)
                .map(_ -> Locale.ENGLISH)
                .orElse(Locale.of("vi"));
    }

    private byte[] page(Locale language) {
        String other = language.equals(Locale.ENGLISH) ? PAGE : ENGLISH_PAGE;
        return pages.renderDocument("field/shell.jte", language, Map.of("other", other));
    }

    private static Mono<Void> write(byte[] bytes, MediaType type, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().setContentType(new MediaType(type, StandardCharsets.UTF_8));
        response.getHeaders().setCacheControl("no-cache");
        response.getHeaders().setContentLength(bytes.length);
        return exchange.getRequest().getMethod().equals(HttpMethod.HEAD)
                ? response.setComplete()
                : response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
    }
}
