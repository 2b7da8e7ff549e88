package vn.soto.axon;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import vn.soto.testkit.mongo.Emulator;

@Tag("slow")
@Tag("long")
final class PublishedSuiteOnMongoIT extends PublishedSuiteOnMongoContract {

    @AutoClose("stop")
    private static final Emulator EMULATOR = Emulator.start();

    @BeforeAll
    static void restart() {
        EMULATOR.restart();
    }

    @Override
    String uri() {
        return EMULATOR.uri();
    }
}
