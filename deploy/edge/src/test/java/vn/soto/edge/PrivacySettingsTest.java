package vn.soto.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.soto.privacy.MasterKeyRefusedException;

final class PrivacySettingsTest {

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    @Test
    void withoutEitherThereIsNoKeyAndAMessageInBothLanguages() {
        assertThatThrownBy(() -> bind(Map.of()).required())
                .isInstanceOf(MasterKeyRefusedException.class)
                .hasMessageContaining("Chưa đặt khóa chủ")
                .hasMessageContaining("not set: soto.privacy.master-key");
    }

    @Test
    void whatIsSetToNothingIsNotSet() {
        assertThat(bind(Map.of("soto.privacy.master-key", " ")).masterKey()).isNull();
    }

    @Test
    void theKeyItselfGoesBeforeTheFileAndIsNotShown() {
        PrivacySettings settings =
                bind(Map.of("soto.privacy.master-key", KEY, "soto.privacy.master-key-file", "/etc/soto/master.key"));

        assertThat(settings.required()).isNotNull();
        assertThat(settings.masterKeyFile()).isEqualTo(Path.of("/etc/soto/master.key"));
        assertThat(settings.place()).isEqualTo("soto.privacy.master-key");
        assertThat(settings.toString()).doesNotContain(KEY);
    }

    @Test
    void whatIsNoKeyIsRefusedAndNotShown() {
        assertThatThrownBy(
                        () -> bind(Map.of("soto.privacy.master-key", "hunter2")).required())
                .isInstanceOf(MasterKeyRefusedException.class)
                .hasMessageContaining("43")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> bind(Map.of("soto.privacy.master-key-file", "/nowhere/master.key"))
                        .required())
                .isInstanceOf(MasterKeyRefusedException.class)
                .hasMessageContaining("/nowhere/master.key");
    }

    private static PrivacySettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("soto.privacy", PrivacySettings.class);
    }
}
