package vn.soto.ledgerwriter.mongo;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import vn.soto.testkit.mongo.Emulator;

@Tag("processes")
@Tag("long")
final class CompetingWritersIT extends CompetingWritersContract {

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
}
