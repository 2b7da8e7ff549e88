package vn.soto.benchmarks;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.web.reactive.config.EnableWebFlux;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledgerwriter.memory.MemorySubjectKeys;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.PersonalDataReader;
import vn.soto.privacy.reads.MemoryPersonalDataReads;
import vn.soto.privacy.reads.PersonalDataReads;
import vn.soto.privacy.refused.MemoryRefusedAccess;
import vn.soto.privacy.refused.RefusedAccessStore;
import vn.soto.projection.Projections;
import vn.soto.projection.Projector;
import vn.soto.projection.ReadModelStore;
import vn.soto.projection.file.ReadModelsFile;
import vn.soto.projection.source.LedgerEventSource;
import vn.soto.query.config.QuerySideConfiguration;

/** The query side as the embedded product wires it, read models in memory or in a file, without a web server. */
final class ReadModels implements AutoCloseable {

    /** The bean that starts the projections. */
    private static final String START = "vn.soto.query.config.ProjectionsLifecycle";

    /** As the product keeps by default. */
    private static final long CACHE = 64 << 20;

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** Required by the endpoints, which this process never serves. */
    @EnableWebFlux
    static class Web {}

    private ReadModels(
            LedgerReader ledger,
            EventCodec codec,
            Clock clock,
            ReadModelStore store,
            Predicate<String> wanted,
            boolean started) {
        // A singleton from outside is not closed with the context.
        context.getBeanFactory().registerSingleton("ledger", ledger);
        context.registerBean(EventCodec.class, () -> codec);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        // The measured ledger holds no personal data.
        context.registerBean(
                PersonalDataReader.class,
                () -> new PersonalDataReader(
                        new MemorySubjectKeys(clock), MasterKey.parse(MasterKey.freshText(), "benchmark")));
        context.registerBean(ReadModelStore.class, () -> store);
        context.registerBean(PersonalDataReads.class, MemoryPersonalDataReads::new);
        context.registerBean(RefusedAccessStore.class, MemoryRefusedAccess::new);
        context.register(Web.class, QuerySideConfiguration.class);
        context.addBeanFactoryPostProcessor(factory -> leaveOut(factory, wanted));
        if (!started) {
            context.addBeanFactoryPostProcessor(ReadModels::leaveOutTheStart);
        }
        context.refresh();
    }

    /** New commits are signalled in process, as in the all-in-one. */
    static ReadModels over(SqliteLedger ledger, EventCodec codec, Clock clock) {
        return some(ledger, codec, clock, ReadModelStore.inMemory(), name -> true);
    }

    /** The same with read models in a file, which is closed with them. */
    static ReadModels inFile(SqliteLedger ledger, EventCodec codec, Clock clock, Path file) {
        return some(ledger, codec, clock, ReadModelsFile.open(file, "benchmark", ledger.reader(), CACHE), name -> true);
    }

    /** Only the projectors of these classes: the other read models stay empty. */
    static ReadModels some(SqliteLedger ledger, EventCodec codec, Clock clock, Set<String> names) {
        return some(ledger, codec, clock, ReadModelStore.inMemory(), names::contains);
    }

    private static ReadModels some(
            SqliteLedger ledger, EventCodec codec, Clock clock, ReadModelStore store, Predicate<String> wanted) {
        ReadModels models = new ReadModels(ledger.reader(), codec, clock, store, wanted, true);
        LedgerEventSource source = models.context.getBean(LedgerEventSource.class);
        ledger.appender().addCommitListener(commits -> source.signal());
        return models;
    }

    private static void leaveOut(ConfigurableListableBeanFactory factory, Predicate<String> wanted) {
        for (String bean : factory.getBeanNamesForType(Projector.class, true, false)) {
            Class<?> type = factory.getType(bean);
            if (type != null && !wanted.test(type.getSimpleName())) {
                ((BeanDefinitionRegistry) factory).removeBeanDefinition(bean);
            }
        }
    }

    /** Read models that stay empty, for their projectors. */
    static ReadModels unstarted(LedgerReader ledger, EventCodec codec, Clock clock) {
        return new ReadModels(ledger, codec, clock, ReadModelStore.inMemory(), name -> true, false);
    }

    private static void leaveOutTheStart(ConfigurableListableBeanFactory factory) {
        ((BeanDefinitionRegistry) factory).removeBeanDefinition(START);
    }

    Collection<Projector> projectors() {
        return context.getBeansOfType(Projector.class).values();
    }

    Answers answers() {
        return new Answers(context);
    }

    /** The last commit every read model has applied. */
    long folded() {
        return projections().folded().number();
    }

    /** Refuses a ledger with dead letters: a row that measures what was set aside measures less than a user has. */
    void upTo(long number, Duration limit) {
        if (!projections().await(number, limit)) {
            throw new IllegalStateException("folded up to " + folded() + " only, not " + number);
        }
        long letters = projections().deadLetters();
        if (letters > 0) {
            throw new IllegalStateException(letters + " events were set aside as dead letters");
        }
    }

    private Projections projections() {
        return context.getBean(Projections.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
