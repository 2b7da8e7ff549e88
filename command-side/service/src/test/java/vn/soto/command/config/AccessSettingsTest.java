package vn.soto.command.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.soto.contracts.access.AccountId;

final class AccessSettingsTest {

    @Test
    void nobodyIsMadeAdministratorByDefault() {
        assertThat(bind(Map.of())).isEqualTo(new AccessSettings(null, null));
    }

    @Test
    void everyPropertyIsRead() {
        assertThat(bind(Map.of(
                        "soto.first-administrator", "lan@xa-a.example",
                        "soto.account-command", "/run/soto/account-command",
                        "soto.data", "elsewhere")))
                .isEqualTo(new AccessSettings(new AccountId("lan@xa-a.example"), Path.of("/run/soto/account-command")));
    }

    private static AccessSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("soto", AccessSettings.class);
    }
}
