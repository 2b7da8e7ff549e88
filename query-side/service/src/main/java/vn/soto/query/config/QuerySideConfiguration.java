package vn.soto.query.config;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;
import vn.soto.query.projection.Documents;
import vn.soto.query.projection.Projections;
import vn.soto.query.projection.Projector;
import vn.soto.query.source.LedgerEventSource;

/**
 * The query side. It needs from outside: {@link LedgerReader}, {@link EventCodec}, {@link MongoDatabase} (the read models'),
 * {@link java.time.Clock} and {@link io.micrometer.core.instrument.MeterRegistry}. Read models and their progress live
 * equally long: with progress in memory the database has to be empty at start.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuerySettings.class)
@ComponentScan(
        basePackages = "vn.soto.query",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class) // both sides have a TeamEndpoint
public class QuerySideConfiguration {

    @Bean
    QuarterCalendar quarterCalendar(QuerySettings settings) {
        return settings.calendar();
    }

    @Bean
    Documents documents(MongoDatabase database) {
        return new Documents(database);
    }

    @Bean
    LedgerEventSource ledgerEventSource(LedgerReader reader, EventCodec codec, QuerySettings settings) {
        return new LedgerEventSource(reader, codec, settings.pageSize(), settings.look());
    }

    @Bean
    TokenStore projectionTokens() {
        return new InMemoryTokenStore();
    }

    @Bean
    Projections projections(
            List<Projector> projectors,
            Documents documents,
            LedgerEventSource source,
            TokenStore tokens,
            QuerySettings settings) {
        return new Projections(projectors, documents, source, tokens, settings.workers(), settings.batchSize());
    }
}
