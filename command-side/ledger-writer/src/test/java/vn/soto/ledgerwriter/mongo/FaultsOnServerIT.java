package vn.soto.ledgerwriter.mongo;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import vn.soto.testkit.mongo.TestServers;

@EnabledIf(value = "isThere", disabledReason = "no real MongoDB; see SOTO_TEST_MONGODB_URI")
@Tag("threads")
final class FaultsOnServerIT extends FaultsContract {

    static boolean isThere() {
        return TestServers.uri().isPresent();
    }

    @Override
    String uri() {
        return TestServers.uri().orElseThrow();
    }
}
