package vn.soto.ledgerwriter.mongo;

import org.junit.jupiter.api.AfterAll;
import vn.soto.testkit.mongo.Emulator;

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
