package vn.soto.ledgerwriter.mongo;

import org.junit.jupiter.api.AfterAll;
import vn.soto.testkit.mongo.Emulator;

final class CompetingWritersIT extends CompetingWritersContract {

    private static final Emulator EMULATOR = Emulator.start();

    @AfterAll
    static void shutDown() {
        EMULATOR.close();
    }

    @Override
    String uri() {
        return EMULATOR.uri();
    }
}
