package vn.soto.axon;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.ledger.mongo.MongoLayout;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.ledgerwriter.mongo.LeaseSettings;
import vn.soto.ledgerwriter.mongo.MongoLedger;

/** Over whatever server speaks MongoDB's protocol. */
abstract class PublishedSuiteOnMongoContract extends PublishedSuiteContract {

    private @Nullable MongoClient client;
    private @Nullable MongoLedger ledger;

    abstract String uri();

    @Override
    LedgerReader reader() {
        return ledger().reader();
    }

    @Override
    LedgerAppender appender() {
        return ledger().appender();
    }

    @AfterEach
    void theLedgerIsSound() {
        ChainVerifier.verify(reader());
        ledger().close();
        if (client != null) {
            client.getDatabase("soto-suite").drop();
            client.close();
        }
    }

    private MongoLedger ledger() {
        if (ledger == null) {
            client = MongoClients.create(MongoConnection.settings(uri()).build());
            MongoDatabase database = client.getDatabase("soto-suite");
            MongoLayout.prepare(database, "test/suite");
            ledger = MongoLedger.open(
                    database,
                    "test/suite",
                    Clock.systemUTC(),
                    WriterSettings.standard(),
                    new LeaseSettings(true, Duration.ofMinutes(1), Duration.ofSeconds(2), Duration.ofSeconds(1)),
                    new SimpleMeterRegistry());
        }
        return ledger;
    }
}
