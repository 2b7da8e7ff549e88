package vn.soto.query.testing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.config.DelegatingWebFluxConfiguration;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import reactor.core.publisher.Mono;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;
import vn.soto.privacy.PersonalDataReader;
import vn.soto.privacy.reads.MemoryPersonalDataReads;
import vn.soto.privacy.reads.PersonalDataReads;
import vn.soto.privacy.refused.MemoryRefusedAccess;
import vn.soto.privacy.refused.RefusedAccessStore;
import vn.soto.projection.MongoReadModels;
import vn.soto.projection.Projection;
import vn.soto.projection.Projections;
import vn.soto.projection.ReadModelStore;
import vn.soto.projection.progress.ProgressDatabase;
import vn.soto.projection.source.LedgerEventSource;
import vn.soto.query.config.QuerySideConfiguration;
import vn.soto.testkit.Await;

/** The whole query side over an embedded store that lives as long as this object. */
public final class QuerySideFixture implements AutoCloseable {

    /** Shared by all tests; each test seals texts of its own subjects. */
    public static final Keys KEYS = new Keys();

    /** A query that names a commit waits for it as long as it takes on a busy machine. */
    private static final Map<String, Object> PATIENCE = Map.of("soto.query.read-your-writes-timeout", "2m");

    /** Beans of this package watch and measure without being asked. */
    private static final String STARTS = QuerySideConfiguration.class.getPackageName() + ".";

    /** A random year that several test classes query and none adds to; made when first needed, there until the JVM ends. */
    public static final class Year {

        public static final long SEED = 11;
        public static final Sample SAMPLE = new Sample(SEED, Boolean.getBoolean("soto.long") ? 2_000 : 1_000, true);
        public static final QuerySideFixture SIDE = inMemory(SAMPLE.scribe);

        private Year() {}
    }

    /** A server of documents in this process, and a client of it. */
    private record Server(MongoServer server, MongoClient client) implements AutoCloseable {

        static Server start() {
            MongoServer server = new MongoServer(new MemoryBackend());
            return new Server(server, MongoClients.create(server.bindAndGetConnectionString()));
        }

        MongoDatabase database() {
            return client.getDatabase("read");
        }

        @Override
        public void close() {
            client.close();
            server.shutdownNow();
        }
    }

    /** Absent if the documents are somewhere else. */
    private final @Nullable Server server;

    private final AnnotationConfigApplicationContext context;

    /** Reads the annotations of each endpoint once, for all contexts. */
    @Configuration(proxyBeanMethods = false)
    static class Web extends DelegatingWebFluxConfiguration {

        private record Endpoint(Method method, Class<?> handler) {}

        private static final Map<Endpoint, Optional<RequestMappingInfo>> MAPPINGS = new ConcurrentHashMap<>();

        @Override
        protected RequestMappingHandlerMapping createRequestMappingHandlerMapping() {
            return new RequestMappingHandlerMapping() {
                @Override
                protected @Nullable RequestMappingInfo getMappingForMethod(Method method, Class<?> handler) {
                    return MAPPINGS.computeIfAbsent(
                                    new Endpoint(method, handler),
                                    _ -> Optional.ofNullable(super.getMappingForMethod(method, handler)))
                            .orElse(null);
                }
            };
        }
    }

    /** Beans of the first context, for those after it. To find them in the class path and in configurations is most of a start. */
    private static final AtomicReference<@Nullable Map<String, AbstractBeanDefinition>> DEFINITIONS =
            new AtomicReference<>();

    private static final Map<Class<?>, Object> USUAL = new ConcurrentHashMap<>();

    public QuerySideFixture(LedgerReader ledger, EventCodec codec, Clock clock, Map<String, Object> settings) {
        this(ledger, codec, clock, settings, real -> real);
    }

    public QuerySideFixture(
            LedgerReader ledger,
            EventCodec codec,
            Clock clock,
            Map<String, Object> settings,
            UnaryOperator<MongoDatabase> disturbed) {
        server = Server.start();
        context = start(ledger, codec, clock, settings, MongoReadModels.in(disturbed.apply(database())));
    }

    /** Over a store of the caller's. */
    public QuerySideFixture(
            LedgerReader ledger, EventCodec codec, Clock clock, Map<String, Object> settings, ReadModelStore store) {
        server = null;
        context = start(ledger, codec, clock, settings, store);
    }

    private QuerySideFixture(EventLog scribe, PersonalDataReads register) {
        server = null;
        context = start(scribe.ledger, scribe.codec, scribe.clock, Map.of(), ReadModelStore.inMemory(), register);
    }

    /** Starts the query side over a store that outlives it. */
    public static AnnotationConfigApplicationContext start(
            LedgerReader ledger, EventCodec codec, Clock clock, Map<String, Object> settings, ReadModelStore store) {
        return start(ledger, codec, clock, settings, store, new MemoryPersonalDataReads());
    }

    private static AnnotationConfigApplicationContext start(
            LedgerReader ledger,
            EventCodec codec,
            Clock clock,
            Map<String, Object> settings,
            ReadModelStore store,
            PersonalDataReads register) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        context.getEnvironment().getPropertySources().addLast(new MapPropertySource("patience", PATIENCE));
        context.registerBean(LedgerReader.class, () -> ledger);
        context.registerBean(EventCodec.class, () -> codec);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(ReadModelStore.class, () -> store);
        context.registerBean(PersonalDataReader.class, () -> KEYS.reader());
        context.registerBean(PersonalDataReads.class, () -> register);
        context.registerBean(RefusedAccessStore.class, MemoryRefusedAccess::new);
        Set<String> own = Set.of(context.getBeanDefinitionNames());
        Map<String, AbstractBeanDefinition> known = DEFINITIONS.get();
        if (known == null) {
            context.register(Web.class, QuerySideConfiguration.class);
        } else {
            known.forEach((name, definition) -> register(definition, name, context, settings.isEmpty()));
        }
        // No bean of a query side listens to events by an annotation, which is looked for in all of them.
        context.removeBeanDefinition(AnnotationConfigUtils.EVENT_LISTENER_PROCESSOR_BEAN_NAME);
        context.addBeanFactoryPostProcessor(QuerySideFixture::makeWhenNeeded);
        context.addBeanFactoryPostProcessor(beans -> DEFINITIONS.compareAndSet(null, definitions(beans, own)));
        context.refresh();
        return context;
    }

    /** Settings are those of the context's own environment; without any of a test they are bound once. */
    private static void register(
            AbstractBeanDefinition definition, String name, AnnotationConfigApplicationContext context, boolean usual) {
        AbstractBeanDefinition copy = definition.cloneBeanDefinition();
        if (copy.getInstanceSupplier() != null) {
            Class<?> type = copy.getBeanClass();
            copy.setInstanceSupplier(
                    () -> usual ? USUAL.computeIfAbsent(type, _ -> bound(type, context)) : bound(type, context));
        }
        context.registerBeanDefinition(name, copy);
    }

    private static Object bound(Class<?> type, AnnotationConfigApplicationContext context) {
        String prefix = Objects.requireNonNull(type.getAnnotation(ConfigurationProperties.class))
                .value();
        return Binder.get(context.getEnvironment()).bindOrCreate(prefix, type);
    }

    /** All but those of one context. */
    private static Map<String, AbstractBeanDefinition> definitions(
            ConfigurableListableBeanFactory beans, Set<String> own) {
        Map<String, AbstractBeanDefinition> definitions = new LinkedHashMap<>();
        for (String bean : beans.getBeanDefinitionNames()) {
            if (!own.contains(bean)) {
                definitions.put(bean, ((AbstractBeanDefinition) beans.getBeanDefinition(bean)).cloneBeanDefinition());
            }
        }
        return definitions;
    }

    /** A test queries few of a hundred endpoints, or none. */
    private static void makeWhenNeeded(ConfigurableListableBeanFactory beans) {
        for (String bean : beans.getBeanDefinitionNames()) {
            beans.getBeanDefinition(bean).setLazyInit(!bean.startsWith(STARTS));
        }
    }

    /** In memory, over a register of reads of the caller's. */
    public static QuerySideFixture of(EventLog scribe, PersonalDataReads register) {
        return new QuerySideFixture(scribe, register);
    }

    public static QuerySideFixture of(EventLog scribe) {
        return new QuerySideFixture(scribe.ledger, scribe.codec, scribe.clock, Map.of());
    }

    /**
     * A query side in memory, as the embedded product has it, and several times faster: for tests of answers, not of
     * stored documents.
     */
    public static QuerySideFixture inMemory(EventLog scribe) {
        return new QuerySideFixture(scribe.ledger, scribe.codec, scribe.clock, Map.of(), ReadModelStore.inMemory());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    /** The health of the read models. */
    public Health health() {
        return healthOf("readModels");
    }

    public Health healthOf(String indicator) {
        return Objects.requireNonNull(
                context.getBean(indicator, HealthIndicator.class).health());
    }

    public Projections projections() {
        return bean(Projections.class);
    }

    public void signal() {
        bean(LedgerEventSource.class).signal();
    }

    /** Waits until every read model has projected a commit. */
    public QuerySideFixture upTo(long number) {
        if (!projections().all().stream().allMatch(projection -> projection.await(number, Duration.ofMinutes(2)))) {
            List<String> each = projections().all().stream()
                    .map(projection ->
                            projection.name() + " " + projection.folded().number())
                    .toList();
            throw new AssertionError("folded up to " + each + " only, not " + number);
        }
        return this;
    }

    /** Waits until no replay runs. */
    public QuerySideFixture replayed() {
        Await.until(
                "the end of replays",
                () -> projections().all().stream()
                        .allMatch(each -> each.replayed().isEmpty()));
        return this;
    }

    /** Makes every read model anew and waits for it. */
    public QuerySideFixture replayAll() {
        projections().all().forEach(Projection::replay);
        return replayed();
    }

    /** A client signed in as somebody who reads everything, with pseudonyms. */
    public WebTestClient http() {
        return http("AUDITOR");
    }

    /** A client signed in with these roles. */
    public WebTestClient http(String... roles) {
        return signedIn("somebody", roles);
    }

    /** A client signed in with an account, whose roles count in a ledger without grants alone. */
    public WebTestClient signedIn(String account, String... roles) {
        Authentication who = UsernamePasswordAuthenticationToken.authenticated(
                account,
                "",
                Arrays.stream(roles)
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList());
        return WebTestClient.bindToApplicationContext(context)
                .webFilter((exchange, chain) ->
                        chain.filter(exchange.mutate().principal(Mono.just(who)).build()))
                .configureClient()
                .responseTimeout(Duration.ofMinutes(2))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(-1))
                .build();
    }

    /** The whole content of the store as text: documents, progress and dead letters. */
    public String everything() {
        StringBuilder everything = new StringBuilder();
        MongoDatabase database = database();
        for (String name : database.listCollectionNames()) {
            database.getCollection(name, BsonDocument.class)
                    .find()
                    .batchSize(1000)
                    .forEach(document -> everything.append(document.toJson()).append('\n'));
        }
        return everything.toString();
    }

    /** Every document of every read model, without the number of its last write. */
    public Map<String, List<BsonDocument>> documents() {
        return documents(database());
    }

    private MongoDatabase database() {
        return Objects.requireNonNull(server, "the documents are in memory").database();
    }

    public static Map<String, List<BsonDocument>> documents(MongoDatabase database) {
        Map<String, List<BsonDocument>> all = new TreeMap<>();
        for (String name : database.listCollectionNames()) {
            if (ProgressDatabase.holds(name)) {
                continue;
            }
            List<BsonDocument> found = new ArrayList<>();
            database.getCollection(name, BsonDocument.class)
                    .find()
                    .batchSize(1000)
                    .into(found);
            found.forEach(document -> document.remove("_revision"));
            found.sort(
                    Comparator.comparing(document -> document.getString("_id").getValue()));
            all.put(name, found);
        }
        return all;
    }

    @Override
    public void close() {
        context.close();
        if (server != null) {
            server.close();
        }
    }
}
