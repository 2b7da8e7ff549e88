package vn.soto.ledgerwriter.mongo;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import vn.soto.testkit.mongo.Emulator;

@Tag("slow")
@Tag("threads")
final class MongoLedgerIT extends MongoLedgerContract {

    private static final Emulator EMULATOR = Emulator.start();

    @AfterAll
    static void stop() {
        EMULATOR.close();
    }

    @Override
    String uri() {
        return EMULATOR.uri();
    }
}
