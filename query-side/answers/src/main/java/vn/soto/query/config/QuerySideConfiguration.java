package vn.soto.query.config;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.axonframework.common.IdentifierFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;
import vn.soto.projection.Documents;
import vn.soto.projection.Projections;
import vn.soto.projection.Projector;
import vn.soto.projection.ReadModelStore;
import vn.soto.projection.progress.ClaimSettings;
import vn.soto.projection.progress.ProjectionCluster;
import vn.soto.projection.source.LedgerEventSource;
import vn.soto.projection.supposed.SupposableDocuments;
import vn.soto.projection.supposed.SupposableLedger;
import vn.soto.web.HeavyWork;
import vn.soto.web.WarmUpTask;

/**
 * Configuration of the query side. It requires the beans {@link LedgerReader}, {@link EventCodec}, {@link
 * ReadModelStore}, {@link java.time.Clock}, {@link vn.soto.privacy.PersonalDataReader}, {@link
 * vn.soto.privacy.reads.PersonalDataReads} and {@link io.micrometer.core.instrument.MeterRegistry}. Any number of processes may run over one
 * database.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuerySettings.class)
@ComponentScan(
        basePackages = "vn.soto.query",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class) // both sides have a ProblemAdvice
public class QuerySideConfiguration {

    /** Qualifies the ledger in which an answer may suppose events. */
    public static final String SUPPOSABLE = "supposableLedger";

    /** One for both sides of a process. */
    @Bean
    @ConditionalOnMissingBean
    HeavyWork heavyWork() {
        return new HeavyWork();
    }

    @Bean
    SupposableDocuments documents(ReadModelStore store) {
        return new SupposableDocuments(store.documents());
    }

    /** The ledger for answers that depend on the commit they are as of. */
    @Bean(name = SUPPOSABLE, defaultCandidate = false)
    LedgerReader supposableLedger(LedgerReader ledger) {
        return new SupposableLedger(ledger);
    }

    @Bean
    LedgerEventSource ledgerEventSource(LedgerReader reader, EventCodec codec, QuerySettings settings) {
        return new LedgerEventSource(reader, codec, settings.pageSize(), settings.pollInterval());
    }

    @Bean
    WarmUpTask eventWarmUp(EventCodec codec) {
        return codec::prepare;
    }

    /** Claims have an owner per start of a process: a restarted process does not hold the claims of its predecessor. */
    @Bean
    ClaimSettings projectionClaims(QuerySettings settings) {
        String process = ManagementFactory.getRuntimeMXBean().getName();
        return new ClaimSettings(
                process + "-" + IdentifierFactory.getInstance().generateIdentifier(), settings.claimTimeout());
    }

    @Bean
    ProjectionCluster projectionSharing(ReadModelStore store, ClaimSettings claims, LedgerEventSource source) {
        return store.cluster(claims, source.beginning());
    }

    @Bean
    Projections projections(
            List<Projector> projectors,
            Documents documents,
            LedgerEventSource source,
            ProjectionCluster sharing,
            QuerySettings settings) {
        return new Projections(projectors, documents, source, sharing, settings.workers(), settings.batchSize());
    }
}
