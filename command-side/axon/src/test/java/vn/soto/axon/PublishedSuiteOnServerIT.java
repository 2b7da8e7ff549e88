package vn.soto.axon;

import org.junit.jupiter.api.condition.EnabledIf;
import vn.soto.testkit.mongo.TestServers;

@EnabledIf(value = "isThere", disabledReason = "no real MongoDB; see SOTO_TEST_MONGODB_URI")
final class PublishedSuiteOnServerIT extends PublishedSuiteOnMongoContract {

    static boolean isThere() {
        return TestServers.uri().isPresent();
    }

    @Override
    String uri() {
        return TestServers.uri().orElseThrow();
    }
}
