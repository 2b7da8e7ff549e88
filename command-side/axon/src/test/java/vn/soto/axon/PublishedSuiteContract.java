package vn.soto.axon;

import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.BeforeEach;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerReader;

/**
 * The suite Axon publishes for event storage engines, none of its tests changed. Its events are plain strings, so it runs
 * with Axon's serializer, which stores class names; the product's own serializer knows stored names only.
 */
abstract class PublishedSuiteContract
        extends BatchingEventStorageEngineTest<LedgerEventStorageEngine, LedgerEventStorageEngine.Builder> {

    static final int PUBLISHED_TESTS = 28;

    abstract LedgerReader reader();

    abstract LedgerAppender appender();

    @BeforeEach
    void useThisEngine() {
        setTestSubject(createEngine());
    }

    @Override
    protected LedgerEventStorageEngine createEngine(UnaryOperator<LedgerEventStorageEngine.Builder> customisation) {
        LedgerEventStorageEngine.Builder builder = LedgerEventStorageEngine.builder(
                        reader(),
                        new FromZero(reader(), appender()),
                        Jackson3Serializer.builder().build(),
                        UuidV7.system())
                .snapshots(new MemorySnapshotStore());
        LedgerEventStorageEngine engine = customisation.apply(builder).build();
        setTestSubject(engine);
        return engine;
    }
}
