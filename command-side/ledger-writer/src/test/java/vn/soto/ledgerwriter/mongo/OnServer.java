package vn.soto.ledgerwriter.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.ledger.mongo.MongoLayout;
import vn.soto.ledgerwriter.Opened;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.testkit.OpenLedger;

/** A database of its own on some server, prepared as a ledger, dropped when the test ends. */
final class OnServer implements AutoCloseable {

    /** On a machine full of other work the keeper of a lease may wait for its turn longer than the standard one lasts. */
    static final LeaseSettings LEASE =
            new LeaseSettings(true, Duration.ofMinutes(1), Duration.ofSeconds(2), Duration.ofSeconds(1));

    final MongoDatabase database;
    private final MongoClient client;
    private final String origin;

    OnServer(String uri, String origin) {
        this.client = MongoClients.create(MongoConnection.settings(uri).build());
        this.database = client.getDatabase("soto-test-" + UUID.randomUUID());
        this.origin = origin;
        MongoLayout.prepare(database, origin);
    }

    OpenLedger open(Clock clock, WriterSettings settings) {
        MongoLedger ledger = MongoLedger.open(database, origin, clock, settings, LEASE, new SimpleMeterRegistry());
        return new Opened(ledger.reader(), ledger.appender(), ledger::close);
    }

    @Override
    public void close() {
        database.drop();
        client.close();
    }
}
