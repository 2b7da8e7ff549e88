package vn.soto.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

final class SignInSettingsTest {

    private static final Map<String, String> NEEDED = Map.of(
            "soto.sign-in.issuer", "https://accounts.example.vn",
            "soto.sign-in.audience", "soto",
            "soto.sign-in.keys", "file:/etc/soto/keys.json");

    @Test
    void theAlgorithmIsEs256UnlessSaidOtherwise() {
        assertThat(bind(NEEDED))
                .isEqualTo(new SignInSettings(
                        "https://accounts.example.vn",
                        "soto",
                        SignatureAlgorithm.ES256,
                        URI.create("file:/etc/soto/keys.json"),
                        Duration.ofHours(1),
                        Duration.ofHours(24)));
        assertThat(bind(with("algorithm", "RS256")).algorithm()).isEqualTo(SignatureAlgorithm.RS256);
    }

    @ParameterizedTest
    @ValueSource(strings = {"issuer", "audience", "keys"})
    void halfAConfigurationStartsNothing(String missing) {
        Map<String, String> half = new HashMap<>(NEEDED);
        half.remove("soto.sign-in." + missing);

        assertThatThrownBy(() -> bind(half)).hasStackTraceContaining("soto.sign-in." + missing + " is not set");
        assertThatThrownBy(() -> bind(Map.of())).hasStackTraceContaining("soto.sign-in.issuer is not set");
        assertThatThrownBy(() -> bind(with(missing, " "))).hasStackTraceContaining("soto.sign-in." + missing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "HS512", "ES256,RS256"})
    void sharedSecretsAndChoicesAreNoAlgorithms(String algorithm) {
        assertThatThrownBy(() -> bind(with("algorithm", algorithm))).isInstanceOf(BindException.class);
    }

    @Test
    void timesAreSetWithinReason() {
        assertThat(bind(with("keys-stale-after", "2h")).keysStaleAfter()).isEqualTo(Duration.ofHours(2));
        assertThat(bind(with("max-token-life", "8h")).maxTokenLife()).isEqualTo(Duration.ofHours(8));
        assertThatThrownBy(() -> bind(with("keys-stale-after", "4m"))).hasStackTraceContaining("at least 5 minutes");
        assertThatThrownBy(() -> bind(with("max-token-life", "0s"))).hasStackTraceContaining("max-token-life");
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> properties = new HashMap<>(NEEDED);
        properties.put("soto.sign-in." + name, value);
        return properties;
    }

    private static SignInSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("soto.sign-in", SignInSettings.class);
    }
}
