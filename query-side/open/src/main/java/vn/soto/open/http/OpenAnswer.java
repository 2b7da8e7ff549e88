package vn.soto.open.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * An answer to somebody without an account. It has no entity tag and sets no cookie.
 *
 * @param kept how long browsers and proxies may keep it; zero for not at all
 * @param file name under which it is kept as a file; empty for what is shown
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OpenAnswer(int status, MediaType type, Locale language, byte[] bytes, Duration kept, String file) {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    static OpenAnswer page(int status, Locale language, byte[] bytes, Duration kept) {
        return new OpenAnswer(status, HTML, language, bytes, kept, "");
    }

    boolean isFound() {
        return status == 200;
    }

    Mono<Void> write(ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(status));
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(type);
        headers.set(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
        headers.setCacheControl(
                kept.isZero()
                        ? CacheControl.noStore()
                        : CacheControl.maxAge(kept).cachePublic().mustRevalidate());
        if (!file.isEmpty()) {
            headers.setContentDisposition(
                    ContentDisposition.attachment().filename(file).build());
        }
        headers.setContentLength(bytes.length);
        return exchange.getRequest().getMethod().equals(HttpMethod.HEAD)
                ? response.setComplete()
                : response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
    }
}
