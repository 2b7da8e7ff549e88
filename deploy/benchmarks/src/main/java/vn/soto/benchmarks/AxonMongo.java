package vn.soto.benchmarks;

import java.time.Clock;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import vn.soto.axon.EventSerializer;
import vn.soto.events.EventCodec;

/** The event storage engine of Axon's MongoDB extension, on the emulator. */
final class AxonMongo implements Store {

    static final String NAME = "axon-mongo, emulator";

    private final Emulated emulated = new Emulated();
    private final EventStorageEngine engine;
    private final PeerCommands commands;

    AxonMongo(EventCodec codec, Clock clock) {
        EventSerializer serializer = new EventSerializer(codec);
        this.engine = MongoEventStorageEngine.builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .transactionManager(NoTransactionManager.INSTANCE)
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .mongoDatabase(emulated.database())
                        .build())
                .build();
        this.commands = new PeerCommands(engine, clock);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public EventStorageEngine engine() {
        return engine;
    }

    @Override
    public void handle(Submission submission) {
        commands.handle(submission);
    }

    @Override
    public CpuMeter cpu() {
        return CpuMeter.thisProcess();
    }

    @Override
    public double bytesPerEvent() {
        return 0;
    }

    @Override
    public void close() {
        commands.close();
        emulated.close();
    }
}
