package vn.soto.edge.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class BrowserSignInSettingsTest {

    private static BrowserSignInSettings bind(String... more) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "soto.sign-in.browser.client-id", "soto-web",
                "soto.sign-in.browser.address", "https://so-to.example.vn"));
        for (String each : more) {
            String[] parts = each.split("=", 2);
            properties.put("soto.sign-in.browser." + parts[0], parts[1]);
        }
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("soto.sign-in.browser", BrowserSignInSettings.class);
    }

    @Test
    void everySettingIsReadAndTheSecretIsNotTold() {
        assertThat(bind())
                .isEqualTo(new BrowserSignInSettings(
                        "soto-web", null, URI.create("https://so-to.example.vn"), null, List.of("openid"), null));
        BrowserSignInSettings all = bind(
                "client-secret= geheim\n",
                "token-endpoint=https://tokens.example.vn/token",
                "scopes=openid,profile",
                "prompt=login");
        assertThat(all)
                .isEqualTo(new BrowserSignInSettings(
                        "soto-web",
                        "geheim",
                        URI.create("https://so-to.example.vn"),
                        URI.create("https://tokens.example.vn/token"),
                        List.of("openid", "profile"),
                        "login"));
        assertThat(all).asString().doesNotContain("geheim");
        assertThat(all.redirect()).isEqualTo("https://so-to.example.vn/sign-in/callback");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client-id= ",
                "address=",
                "address=so-to.example.vn",
                "address=http://so-to.example.vn",
                "address=http://localhost:8080",
                "address=https://so-to.example.vn/",
                "address=https://so-to.example.vn?a=b",
                "address=https://lan@so-to.example.vn",
                "token-endpoint=http://tokens.example.vn/token",
                "scopes=profile"
            })
    void whatIsUnsafeOrMissingStartsNothing(String setting) {
        assertThatThrownBy(() -> bind(setting)).hasStackTraceContaining("soto.sign-in.browser.");
    }

    @Test
    void withinThisMachineThereMayBeNoTls() {
        assertThat(bind("address=http://127.0.0.1:8080").secure()).isFalse();
        assertThat(bind("address=http://[::1]:8080").secure()).isFalse();
    }
}
