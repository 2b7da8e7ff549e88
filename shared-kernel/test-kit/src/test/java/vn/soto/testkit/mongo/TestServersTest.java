package vn.soto.testkit.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TestServersTest {

    @Test
    void aNamedServerComesFirst() {
        assertThat(TestServers.find(Optional.of("mongodb://named"), new Docker(true)))
                .contains("mongodb://named");
    }

    @Test
    void thenAContainer() {
        assertThat(TestServers.find(Optional.empty(), new Docker(true))).contains("mongodb://container");
    }

    @Test
    void thenNone() {
        assertThat(TestServers.find(Optional.empty(), new Docker(false))).isEmpty();
    }

    private record Docker(boolean answers) implements TestServers.Docker {
        @Override
        public String replicaSet() {
            return "mongodb://container";
        }
    }
}
