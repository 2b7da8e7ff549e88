package vn.soto.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings of what is open to everybody. */
final class OpenSettingsTest {

    private static OpenSettings settings(Map<String, String> said) {
        return new Binder(new MapConfigurationPropertySource(said)).bindOrCreate("soto.open", OpenSettings.class);
    }

    @Test
    void nothingIsOpenUnlessItIsSaid() {
        OpenSettings settings = settings(Map.of());
        assertThat(settings.enabled()).isFalse();
        assertThat(settings.perMinute()).isEqualTo(120);
        assertThat(settings.codesPerMinute()).isEqualTo(10);
        assertThat(settings.licence()).startsWith("CC BY 4.0");
    }

    @Test
    void everySettingIsRead() {
        OpenSettings settings = settings(Map.of(
                "soto.open.enabled", "true",
                "soto.open.per-minute", "7",
                "soto.open.codes-per-minute", "3",
                "soto.open.licence", "free"));
        assertThat(settings).isEqualTo(new OpenSettings(true, 7, 3, "free"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"per-minute", "codes-per-minute"})
    void aPaceIsPositive(String name) {
        assertThatThrownBy(() -> settings(Map.of("soto.open." + name, "0")))
                .hasRootCauseMessage("soto.open." + name + " must be more than 0");
    }
}
