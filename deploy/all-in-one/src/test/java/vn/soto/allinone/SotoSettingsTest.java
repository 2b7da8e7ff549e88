package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class SotoSettingsTest {

    @Test
    void aStartWithoutSettingsIsADemoInTheDataFolder() {
        SotoSettings settings = bind(Map.of());

        assertThat(settings).isEqualTo(new SotoSettings(Path.of("data"), "binh-duong", true));
        assertThat(settings.origin()).isEqualTo("demo/binh-duong");
        assertThat(settings.ledgerFile()).isEqualTo(Path.of("data", "ledger.sqlite"));
        assertThat(settings.accountsFile()).isEqualTo(Path.of("data", "accounts"));
    }

    @Test
    void everyPropertyIsRead() {
        SotoSettings settings =
                bind(Map.of("soto.data", "/var/lib/soto", "soto.ledger", "dong-nai", "soto.demo", "false"));

        assertThat(settings).isEqualTo(new SotoSettings(Path.of("/var/lib/soto"), "dong-nai", false));
        assertThat(settings.origin()).isEqualTo("soto/dong-nai");
    }

    private static SotoSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("soto", SotoSettings.class);
    }
}
