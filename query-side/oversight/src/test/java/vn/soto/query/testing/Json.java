package vn.soto.query.testing;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Queries the query side over HTTP and reads its JSON as maps. */
public final class Json {

    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    private final WebTestClient http;

    public Json(WebTestClient http) {
        this.http = http;
    }

    public EntityExchangeResult<Map<String, Object>> ask(String uri, String language) {
        return ask(http.get().uri(uri), language);
    }

    private static EntityExchangeResult<Map<String, Object>> ask(
            WebTestClient.RequestHeadersSpec<?> request, String language) {
        return request.header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .exchange()
                .expectBody(OBJECT)
                .returnResult();
    }

    public int status(String uri) {
        return ask(uri, "vi").getStatus().value();
    }

    /** The answer and its freshness. */
    public Map<String, Object> whole(String uri) {
        return body(uri, ask(uri, "vi"));
    }

    /** The same at an address as a link has it, in which nothing is to be encoded. */
    public Map<String, Object> follow(String href) {
        return body(href, ask(http.get().uri(URI.create(href)), "vi"));
    }

    private static Map<String, Object> body(String uri, EntityExchangeResult<Map<String, Object>> result) {
        Map<String, Object> body = Objects.requireNonNull(result.getResponseBody());
        if (result.getStatus().value() != 200) {
            throw new AssertionError(uri + ": " + body);
        }
        return body;
    }

    public Map<String, Object> answer(String uri) {
        return map(whole(uri).get("answer"));
    }

    public Map<String, Object> freshness(String uri) {
        return map(whole(uri).get("freshness"));
    }

    public static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> map = new HashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(value)).forEach((key, entry) -> map.put(key.toString(), entry));
        return map;
    }

    public static List<Map<String, Object>> list(@Nullable Object value) {
        return ((List<?>) Objects.requireNonNull(value)).stream().map(Json::map).toList();
    }
}
