package vn.soto.demo;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.soto.allinone.QuerySideInMemory;
import vn.soto.ledger.LedgerReader;
import vn.soto.projection.Projections;

/** The query side in memory, queried as an auditor. */
final class ReadSide implements AutoCloseable {

    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    private final AnnotationConfigApplicationContext context;
    private final LedgerReader ledger;
    private final WebTestClient http;

    ReadSide(LedgerReader ledger, Clock clock) {
        this.ledger = ledger;
        context = QuerySideInMemory.start(ledger, clock, Map.of());
        http = QuerySideInMemory.auditor(context);
    }

    /** Waits until every read model includes the tail of the ledger. */
    void catchUp() {
        long tail = ledger.tail().number();
        if (!context.getBean(Projections.class).await(tail, Duration.ofMinutes(5))) {
            throw new AssertionError("not folded up to " + tail);
        }
    }

    Object ask(String uri) {
        return answer(uri, http.get().uri(uri));
    }

    Map<String, Object> answer(String uri) {
        return map(ask(uri));
    }

    /** The whole body of an answer. */
    Map<?, ?> whole(String uri) {
        return body(uri, http.get().uri(URI.create(uri)));
    }

    private static Object answer(String uri, WebTestClient.RequestHeadersSpec<?> request) {
        return Objects.requireNonNull(body(uri, request).get("answer"));
    }

    private static Map<String, Object> body(String uri, WebTestClient.RequestHeadersSpec<?> request) {
        var result = request.exchange().expectBody(OBJECT).returnResult();
        Map<String, Object> body = Objects.requireNonNull(result.getResponseBody());
        if (result.getStatus().value() != 200) {
            throw new AssertionError(uri + ": " + body);
        }
        return body;
    }

    static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> map = new HashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(value)).forEach((key, entry) -> map.put(key.toString(), entry));
        return map;
    }

    static List<Map<String, Object>> list(@Nullable Object value) {
        return ((List<?>) Objects.requireNonNull(value))
                .stream().map(ReadSide::map).toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
