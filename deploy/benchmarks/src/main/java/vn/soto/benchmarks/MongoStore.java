package vn.soto.benchmarks;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.events.EventCodec;
import vn.soto.ledger.mongo.MongoLayout;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.ledgerwriter.mongo.LeaseSettings;
import vn.soto.ledgerwriter.mongo.MongoLedger;

/** Ours: the ledger in MongoDB, here on the emulator. */
final class MongoStore implements Store {

    static final String NAME = "Sổ Tổ, emulator";

    private static final String ORIGIN = "bench/mongo";

    private final Emulated emulated = new Emulated();
    private final MongoLedger ledger;
    private final CommandSide commands;
    private final EventStorageEngine engine;

    MongoStore(EventCodec codec, Clock clock, Supplier<UUID> ids) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        MongoLayout.prepare(emulated.database(), ORIGIN);
        this.ledger = MongoLedger.open(
                emulated.database(), ORIGIN, clock, WriterSettings.standard(), LeaseSettings.off(), meters);
        this.commands =
                CommandSide.start(ledger.reader(), ledger.appender(), codec, clock, DefaultPolicy.standard(), meters);
        this.engine = SqliteStore.engine(ledger.reader(), ledger.appender(), codec, ids);
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
        commands.gateway().submit(submission.request(), submission.command());
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
        ledger.close();
        emulated.close();
    }
}
