package vn.soto.edge.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class WatchdogTest {

    private static WatchdogSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("soto.watchdog", WatchdogSettings.class);
    }

    @Test
    void hasDefaults() {
        assertThat(bound(Map.of())).isEqualTo(new WatchdogSettings(true, Duration.ofMinutes(2), null));
        assertThat(bound(Map.of()).dumps()).isEqualTo(Path.of(System.getProperty("java.io.tmpdir")));
        assertThat(bound(Map.of()).tick()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void takesEveryProperty() {
        assertThat(bound(Map.of(
                        "soto.watchdog.enabled", "false",
                        "soto.watchdog.silence", "30s",
                        "soto.watchdog.folder", "/var/lib/soto")))
                .isEqualTo(new WatchdogSettings(false, Duration.ofSeconds(30), Path.of("/var/lib/soto")));
    }
}
