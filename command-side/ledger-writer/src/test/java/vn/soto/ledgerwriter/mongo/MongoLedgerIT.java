package vn.soto.ledgerwriter.mongo;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import vn.soto.testkit.mongo.Emulator;

@Tag("slow")
@Tag("threads")
final class MongoLedgerIT extends MongoLedgerContract {

    private static Emulator emulator;

    @BeforeAll
    static void startEmulator() {
        emulator = Emulator.start();
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Override
    String uri() {
        return emulator.uri();
    }
}
