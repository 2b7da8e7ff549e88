package vn.soto.allinone;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.config.EnableWebFlux;
import reactor.core.publisher.Mono;
import vn.soto.contracts.access.Role;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledgerwriter.memory.MemorySubjectKeys;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.PersonalDataReader;
import vn.soto.privacy.reads.MemoryPersonalDataReads;
import vn.soto.privacy.reads.PersonalDataReads;
import vn.soto.privacy.refused.MemoryRefusedAccess;
import vn.soto.privacy.refused.RefusedAccessStore;
import vn.soto.projection.ReadModelStore;
import vn.soto.query.config.QuerySideConfiguration;

/** The query side over a ledger, in memory and without a server. */
public final class QuerySideInMemory {

    private QuerySideInMemory() {}

    @EnableWebFlux
    static class Web {}

    /** Leaves what its scan for beans has read of class files to those after it: that costs half of a scan. */
    private static final class Context extends AnnotationConfigApplicationContext {

        private static final DefaultResourceLoader READ = new DefaultResourceLoader();

        @Override
        public <T> Map<Resource, T> getResourceCache(Class<T> valueType) {
            return READ.getResourceCache(valueType);
        }

        @Override
        public void clearResourceCaches() {
            // They are there until the JVM ends.
        }
    }

    public static AnnotationConfigApplicationContext start(
            LedgerReader ledger, Clock clock, Map<String, Object> settings) {
        return start(
                ledger,
                clock,
                settings,
                new PersonalDataReader(new MemorySubjectKeys(clock), MasterKey.parse(MasterKey.freshText(), "test")));
    }

    /** The same with keys of persons. */
    static AnnotationConfigApplicationContext start(
            LedgerReader ledger, Clock clock, Map<String, Object> settings, PersonalDataReader persons) {
        AnnotationConfigApplicationContext context = new Context();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        context.registerBean(LedgerReader.class, () -> ledger);
        context.registerBean(EventCodec.class, EventCodec::product);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(ReadModelStore.class, ReadModelStore::inMemory);
        context.registerBean(PersonalDataReader.class, () -> persons);
        context.registerBean(PersonalDataReads.class, MemoryPersonalDataReads::new);
        context.registerBean(RefusedAccessStore.class, MemoryRefusedAccess::new);
        context.register(Web.class, QuerySideConfiguration.class);
        context.refresh();
        return context;
    }

    /** A client of somebody who reads everything. */
    public static WebTestClient auditor(AnnotationConfigApplicationContext queries) {
        return client(queries, Role.AUDITOR);
    }

    /** A client of somebody with a role, which counts as long as the ledger has no grant. */
    static WebTestClient client(AnnotationConfigApplicationContext queries, Role role) {
        return client(queries, "reader", role);
    }

    /** A client of an account, whose role counts as long as the ledger has no grant. */
    static WebTestClient client(AnnotationConfigApplicationContext queries, String name, Role role) {
        Authentication account = UsernamePasswordAuthenticationToken.authenticated(
                name, "", List.of(new SimpleGrantedAuthority("ROLE_" + role.name())));
        return WebTestClient.bindToApplicationContext(queries)
                .webFilter((exchange, chain) -> chain.filter(
                        exchange.mutate().principal(Mono.just(account)).build()))
                .configureClient()
                // Without it five seconds, which a busy machine needs for one answer.
                .responseTimeout(Duration.ofMinutes(2))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(-1))
                .build();
    }
}
