package vn.soto.query.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.soto.contracts.shared.QuarterCalendar;

final class QuerySettingsTest {

    private static QuerySettings bound(Map<String, Object> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("soto.query", QuerySettings.class);
    }

    @Test
    void hasDefaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new QuerySettings(
                        QuarterCalendar.CALENDAR,
                        500,
                        512,
                        4,
                        Duration.ofSeconds(6),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(5),
                        256,
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(1),
                        200,
                        2_000,
                        Duration.ofHours(1)));
    }

    @Test
    void takesEveryProperty() {
        assertThat(bound(Map.ofEntries(
                        Map.entry("soto.query.calendar", "administrative"),
                        Map.entry("soto.query.page-size", "10"),
                        Map.entry("soto.query.batch-size", "20"),
                        Map.entry("soto.query.workers", "3"),
                        Map.entry("soto.query.claim-timeout", "9s"),
                        Map.entry("soto.query.poll-interval", "1s"),
                        Map.entry("soto.query.read-your-writes-timeout", "2s"),
                        Map.entry("soto.query.max-waiting-queries", "7"),
                        Map.entry("soto.query.stale-after", "3s"),
                        Map.entry("soto.query.stalled-after", "40s"),
                        Map.entry("soto.query.page-limit", "30"),
                        Map.entry("soto.query.persons-at-once", "9"),
                        Map.entry("soto.query.persons-within", "5m"))))
                .isEqualTo(new QuerySettings(
                        QuarterCalendar.ADMINISTRATIVE,
                        10,
                        20,
                        3,
                        Duration.ofSeconds(9),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        7,
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(40),
                        30,
                        9,
                        Duration.ofMinutes(5)));
    }
}
