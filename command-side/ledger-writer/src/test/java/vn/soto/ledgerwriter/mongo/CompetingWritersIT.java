package vn.soto.ledgerwriter.mongo;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import vn.soto.testkit.mongo.Emulator;

@Tag("processes")
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
