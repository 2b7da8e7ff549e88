package vn.soto.ledgerwriter.mongo;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.testkit.mongo.Emulator;

@Tag("slow")
@Tag("threads")
final class MongoLedgerIT extends MongoLedgerContract {

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

    /** The store of the emulator is read back by the plain model, too. */
    @Override
    @Test
    @Tag("long")
    @SuppressWarnings("JUnitMethodInvoked") // with a tag of its own
    public void readsBackEverySampleInEveryWay() {
        super.readsBackEverySampleInEveryWay();
    }

    @Override
    @Test
    @Tag("long")
    @SuppressWarnings("JUnitMethodInvoked") // with a tag of its own
    public void refusesMoreEventsThanACommitHolds() {
        super.refusesMoreEventsThanACommitHolds();
    }
}
