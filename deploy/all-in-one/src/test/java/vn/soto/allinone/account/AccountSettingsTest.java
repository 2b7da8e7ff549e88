package vn.soto.allinone.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.soto.contracts.access.Role;

final class AccountSettingsTest {

    private static AccountSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("soto.accounts", AccountSettings.class);
    }

    @Test
    void withoutSettingsNobodyNeedsASecondFactorAndNobodyIsReset() {
        AccountSettings settings = bind(Map.of());

        assertThat(settings.secondFactor()).isEmpty();
        assertThat(settings.reset()).isNull();
        assertThat(bind(Map.of("soto.accounts.reset", " ")).reset()).isNull();
    }

    @Test
    void eachIsTaken() {
        AccountSettings settings = bind(
                Map.of("soto.accounts.second-factor", "officer,administrator", "soto.accounts.reset", "administrator"));

        assertThat(settings.secondFactor()).containsExactlyInAnyOrder(Role.OFFICER, Role.ADMINISTRATOR);
        assertThat(settings.reset()).isEqualTo("administrator");
    }
}
