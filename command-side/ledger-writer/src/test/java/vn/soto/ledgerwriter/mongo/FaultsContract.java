package vn.soto.ledgerwriter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.ledger.mongo.MongoLedgerReader;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.testkit.history.History;
import vn.soto.testkit.history.HistoryChecker;
import vn.soto.testkit.mongo.FaultCount;
import vn.soto.testkit.mongo.FaultProxy;
import vn.soto.testkit.mongo.Faults;

/** Connections that break: nothing is lost, nothing is there twice, nothing is missing in between. */
abstract class FaultsContract {

    private static final String ORIGIN = "demo/faults";
    static final int CLIENTS = 8;
    private static final int ENOUGH_REPLIES = 20;
    private static final int ENOUGH_REQUESTS = 5;
    private static final long FEWEST = Boolean.getBoolean("soto.long") ? 150 : 25;
    private static final int MOST = 20_000;

    final History history = History.ofOneProcess();
    final long seed = Long.getLong("soto.seed", System.nanoTime());
    private final MeterRegistry meters = new SimpleMeterRegistry();

    @AutoClose
    private OnServer server;

    abstract String uri();

    @BeforeEach
    void prepare() {
        System.out.println(getClass().getSimpleName() + ": -Dsoto.seed=" + seed);
        server = new OnServer(uri(), ORIGIN);
    }

    final MongoLedger open(MongoClient client) {
        return MongoLedger.open(
                client.getDatabase(server.database.getName()),
                ORIGIN,
                Clock.systemUTC(),
                WriterSettings.standard(),
                LeaseSettings.standard(),
                meters);
    }

    final void nothingIsLostOrDoubled(long recorded) {
        MongoLedgerReader reader = MongoLedgerReader.open(server.database);
        assertThat(HistoryChecker.check(history, reader)).as("seed %s", seed).isEmpty();
        assertThat(ChainVerifier.verify(reader).number()).isEqualTo(recorded);
    }

    /** How many requests there are depends on how appends gather in groups, so a number of appends is not enough. */
    private boolean enough(Workload workload, FaultProxy proxy) {
        FaultCount faults = proxy.count();
        return workload.recorded() >= CLIENTS * FEWEST
                && faults.resetReplies() > ENOUGH_REPLIES
                && faults.resetRequests() > ENOUGH_REQUESTS
                && faults.delayed() > 0
                && faults.split() > 0
                && doubtful() > 0;
    }

    private double doubtful() {
        return meters.get("soto.ledger.append.doubtful").counter().count();
    }

    @Test
    void repliesAndRequestsAreLostDelayedAndSplit() {
        try (FaultProxy proxy = FaultProxy.before(uri(), Faults.standard(seed));
                MongoClient client = MongoClients.create(
                        MongoConnection.settings(proxy.uri()).build())) {
            proxy.quiet();
            try (MongoLedger ledger = open(client)) {
                proxy.loud();
                Workload workload = new Workload(history, ledger.reader(), ledger.appender(), "one");
                workload.run(CLIENTS, MOST, seed, () -> enough(workload, proxy));
                FaultCount faults = proxy.count();
                double doubtful = doubtful();
                System.out.println(getClass().getSimpleName() + ": " + faults + ", doubtful inserts " + doubtful
                        + ", appends left open " + workload.doubts());
                assertThat(doubtful).isPositive();
                assertThat(faults.resetReplies()).isGreaterThan(ENOUGH_REPLIES);
                assertThat(faults.resetRequests()).isGreaterThan(ENOUGH_REQUESTS);
                assertThat(faults.delayed()).isPositive();
                assertThat(faults.split()).isPositive();
                proxy.quiet();
                nothingIsLostOrDoubled(workload.recorded());
            }
        }
    }
}
