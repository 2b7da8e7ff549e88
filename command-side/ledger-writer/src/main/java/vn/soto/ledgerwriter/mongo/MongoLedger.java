package vn.soto.ledgerwriter.mongo;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.mongo.MongoLayout;
import vn.soto.ledger.mongo.MongoLedgerReader;
import vn.soto.ledgerwriter.GroupAppender;
import vn.soto.ledgerwriter.ObservableAppender;
import vn.soto.ledgerwriter.WriterHealth;
import vn.soto.ledgerwriter.WriterSettings;

/**
 * A ledger in a MongoDB database, which any number of processes may open. The holder of the lease writes; appends in
 * the other processes fail with {@code Unavailable} until they hold it.
 */
public final class MongoLedger implements AutoCloseable {

    /** Longer than an election of a primary takes. */
    private static final Duration SETTLING = Duration.ofSeconds(15);

    private final MongoLedgerReader reader;
    private final Lease lease;
    private final GroupAppender appender;

    private MongoLedger(MongoLedgerReader reader, Lease lease, GroupAppender appender) {
        this.reader = reader;
        this.lease = lease;
        this.appender = appender;
    }

    /**
     * Opens a ledger that was prepared. Throws {@link vn.soto.ledger.WrongLedger} if it was not or is another one,
     * {@code Damaged} if its end does not hold together, {@code Unavailable} if the server cannot be asked.
     *
     * @param database stays its owner's to close; see {@link vn.soto.ledger.mongo.MongoConnection}
     * @param origin   the ledger's name, such as {@code soto/binh-duong}; part of the genesis hash
     */
    public static MongoLedger open(
            MongoDatabase database,
            String origin,
            Clock clock,
            WriterSettings settings,
            LeaseSettings leasing,
            MeterRegistry meters) {
        return open(database, origin, clock, settings, leasing, meters, SETTLING);
    }

    static MongoLedger open(
            MongoDatabase database,
            String origin,
            Clock clock,
            WriterSettings settings,
            LeaseSettings leasing,
            MeterRegistry meters,
            Duration settling) {
        MongoLayout.check(database, origin);
        MongoLedgerReader reader = MongoLedgerReader.open(database);
        ChainVerifier.verifyEnd(reader);
        Lease lease = new Lease(
                database, leasing, ManagementFactory.getRuntimeMXBean().getName());
        MongoWriter writer = new MongoWriter(
                reader,
                new CommitNumberInserts(database, reader, meters),
                lease,
                clock,
                settings,
                settling,
                RandomGenerator.getDefault());
        lease.start();
        GroupAppender appender = new GroupAppender(writer, settings, meters);
        meters.gauge("soto.ledger.writer.active", lease, held -> held.fence().isPresent() ? 1 : 0);
        appender.start();
        return new MongoLedger(reader, lease, appender);
    }

    public LedgerReader reader() {
        return reader;
    }

    /**
     * Not exclusive: it reports the commits of this process, and another may write after a change of the lease. Refuses drafts about
     * aggregates in damaged commits.
     */
    public ObservableAppender appender() {
        return appender.refusing(reader.damaged());
    }

    /** The trouble that keeps the database from being written, if any. */
    public Optional<WriterHealth.Trouble> trouble() {
        return appender.trouble();
    }

    /** False once every append is refused for good: the ledger was closed, or its writing thread ended. */
    public boolean isOpen() {
        return appender.isOpen();
    }

    /** Whether this process holds the lease. */
    public boolean isActive() {
        return lease.fence().isPresent();
    }

    /** Refuses further appends, writes those in the queue, and releases the lease. */
    @Override
    public void close() {
        appender.close();
        lease.close();
    }
}
