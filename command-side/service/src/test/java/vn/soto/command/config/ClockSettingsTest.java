package vn.soto.command.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class ClockSettingsTest {

    @Test
    void tenMinutesAreTheLimitByDefault() {
        assertThat(bind(Map.of())).isEqualTo(new ClockSettings(Duration.ofMinutes(10)));
    }

    @Test
    void everyPropertyIsRead() {
        assertThat(bind(Map.of("soto.clock.max-jump", "2h"))).isEqualTo(new ClockSettings(Duration.ofHours(2)));
    }

    private static ClockSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("soto.clock", ClockSettings.class);
    }
}
