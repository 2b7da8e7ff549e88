package vn.soto.ledgerwriter.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.testkit.mongo.Emulator;

@Tag("slow")
@Tag("threads")
final class FaultsIT extends FaultsContract {

    private static final int EACH = Boolean.getBoolean("soto.long") ? 250 : 40;

    @AutoClose
    private static Emulator emulator;

    @BeforeAll
    static void startEmulator() {
        emulator = Emulator.start();
    }

    @Override
    String uri() {
        return emulator.uri();
    }

    @Test
    void theServerIsKilledAndStartedAgainWhileAppending() throws InterruptedException {
        try (MongoClient client = MongoClients.create(
                        MongoConnection.settings(emulator.uri()).build());
                MongoLedger ledger = open(client)) {
            Workload workload = new Workload(history, ledger.reader(), ledger.appender(), "one");
            Thread clients = Thread.ofVirtual().start(() -> workload.run(CLIENTS, EACH, seed, () -> false));
            for (int restart = 1; restart <= 4; restart++) {
                long until = restart * (long) EACH;
                workload.await(until);
                emulator.stop();
                emulator.restart();
            }
            clients.join();
            nothingIsLostOrDoubled(workload.recorded());
        }
    }
}
