package vn.soto.demo;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.config.EnableWebFlux;
import reactor.core.publisher.Mono;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledgerwriter.memory.MemorySubjectKeys;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.PersonalDataReader;
import vn.soto.privacy.reads.MemoryPersonalDataReads;
import vn.soto.privacy.reads.PersonalDataReads;
import vn.soto.privacy.refused.MemoryRefusedAccess;
import vn.soto.privacy.refused.RefusedAccessStore;
import vn.soto.projection.Projections;
import vn.soto.projection.ReadModelStore;
import vn.soto.query.config.QuerySideConfiguration;

/** The query side in memory, queried as an auditor. */
final class ReadSide implements AutoCloseable {

    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final LedgerReader ledger;
    private final WebTestClient http;

    @EnableWebFlux
    static class Web {}

    ReadSide(LedgerReader ledger, EventCodec codec, Clock clock) {
        this.ledger = ledger;
        context.registerBean(LedgerReader.class, () -> ledger);
        context.registerBean(EventCodec.class, () -> codec);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        // The demo has no personal data.
        context.registerBean(
                PersonalDataReader.class,
                () -> new PersonalDataReader(
                        new MemorySubjectKeys(clock), MasterKey.parse(MasterKey.freshText(), "demo")));
        context.registerBean(ReadModelStore.class, ReadModelStore::inMemory);
        context.registerBean(PersonalDataReads.class, MemoryPersonalDataReads::new);
        context.registerBean(RefusedAccessStore.class, MemoryRefusedAccess::new);
        context.register(Web.class, QuerySideConfiguration.class);
        context.refresh();
        http = client(context);
    }

    /** Waits until every read model includes the tail of the ledger. */
    void catchUp() {
        long tail = ledger.tail().number();
        if (!context.getBean(Projections.class).await(tail, Duration.ofMinutes(5))) {
            throw new AssertionError("not folded up to " + tail);
        }
    }

    private static WebTestClient client(ApplicationContext context) {
        var who = UsernamePasswordAuthenticationToken.authenticated(
                "somebody", "", List.of(new SimpleGrantedAuthority("ROLE_AUDITOR")));
        return WebTestClient.bindToApplicationContext(context)
                .webFilter((exchange, chain) ->
                        chain.filter(exchange.mutate().principal(Mono.just(who)).build()))
                .configureClient()
                .responseTimeout(Duration.ofSeconds(60))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(-1))
                .build();
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
