package vn.soto.page;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.soto.web.FoldedText;

/** The answer to a reader who wants a file. */
sealed interface GivenFile {

    /** A page that says why there is no file, or asks for a reason. */
    record Page(Made made) implements GivenFile {}

    /**
     * @param name without its end
     * @param kind end of the name, such as {@code csv}
     * @param type media type
     * @param shown whether a browser shows the file instead of keeping it
     */
    record File(String name, String kind, String type, boolean shown, Flux<byte[]> bytes) implements GivenFile {

        /** A browser shows a file in a page of its own, which has a style and the file as an object. */
        private static final String POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline';"
                + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

        Mono<Void> write(ServerWebExchange exchange) {
            ServerHttpResponse response = exchange.getResponse();
            HttpHeaders headers = response.getHeaders();
            headers.set(HttpHeaders.CONTENT_TYPE, type);
            headers.setContentDisposition((shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                    .filename(name + "." + kind, StandardCharsets.UTF_8)
                    .build());
            headers.setCacheControl("no-store");
            if (shown) {
                headers.set("Content-Security-Policy", POLICY);
            }
            Flux<DataBuffer> body = bytes.map(response.bufferFactory()::wrap);
            return response.writeWith(body);
        }
    }

    /** The name of a file: the title of its page and the commit of its answer. */
    static String name(String title, ApiAnswer answer) {
        return String.join("-", FoldedText.of(title).words()) + "-"
                + answer.freshness().at("moment/commit").text();
    }
}
