package vn.soto.edge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

final class HttpLimitsTest {

    @Test
    void defaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new HttpLimits(
                        2000,
                        200,
                        500,
                        100,
                        12_000,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(75),
                        Duration.ofSeconds(30),
                        DataSize.ofKilobytes(1),
                        new UnknownSenders(3000, DataSize.ofKilobytes(4), Duration.ofSeconds(5), 50, 5),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    @Test
    void everySettingIsRead() {
        assertThat(bind(Map.ofEntries(
                        Map.entry("soto.http.max-connections", "1"),
                        Map.entry("soto.http.max-connections-per-client", "2"),
                        Map.entry("soto.http.max-requests", "8"),
                        Map.entry("soto.http.max-requests-per-client", "3"),
                        Map.entry("soto.http.max-requests-per-minute", "9"),
                        Map.entry("soto.http.header-timeout", "4s"),
                        Map.entry("soto.http.idle-timeout", "5s"),
                        Map.entry("soto.http.transfer-grace", "6s"),
                        Map.entry("soto.http.minimum-rate", "7KB"),
                        Map.entry("soto.http.unknown.max-requests-per-minute", "10"),
                        Map.entry("soto.http.unknown.max-body", "11KB"),
                        Map.entry("soto.http.unknown.body-timeout", "12s"),
                        Map.entry("soto.http.unknown.max-bodies", "13"),
                        Map.entry("soto.http.unknown.max-bodies-per-client", "14"),
                        Map.entry("soto.http.trusted-proxies", "10.0.0.0/8,192.168.1.7"),
                        Map.entry("soto.http.hosts", "so-to,192.168.1.9"),
                        Map.entry("soto.http.origins", "https://so-to.example.vn"))))
                .isEqualTo(new HttpLimits(
                        1,
                        2,
                        8,
                        3,
                        9,
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(6),
                        DataSize.ofKilobytes(7),
                        new UnknownSenders(10, DataSize.ofKilobytes(11), Duration.ofSeconds(12), 13, 14),
                        List.of("10.0.0.0/8", "192.168.1.7"),
                        List.of("so-to", "192.168.1.9"),
                        List.of("https://so-to.example.vn")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max-connections",
                "max-connections-per-client",
                "max-requests",
                "max-requests-per-client",
                "max-requests-per-minute",
                "header-timeout",
                "unknown.max-requests-per-minute",
                "unknown.max-body",
                "unknown.body-timeout",
                "unknown.max-bodies",
                "unknown.max-bodies-per-client"
            })
    void nothingIsWithoutALimit(String name) {
        assertThatThrownBy(() -> bind(Map.of("soto.http." + name, "0")))
                .hasStackTraceContaining("soto.http." + name + " must be more than 0");
    }

    @Test
    void theAccessLogHasAFolderOrNone() {
        Binder binder =
                new Binder(new MapConfigurationPropertySource(Map.of("soto.access-log.folder", "/var/log/soto")));
        assertThat(binder.bind("soto.access-log", AccessLogSettings.class).get().folder())
                .isEqualTo(Path.of("/var/log/soto"));
        Binder none = new Binder(new MapConfigurationPropertySource(Map.of("soto.access-log.folder", " ")));
        assertThat(none.bindOrCreate("soto.access-log", AccessLogSettings.class).folder())
                .isNull();
    }

    private static HttpLimits bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("soto.http", HttpLimits.class);
    }
}
