package vn.soto.edge;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import vn.soto.edge.start.StartRefusedException;

/** The permitted places of secrets. */
final class SecretSourcesTest {

    private static void start(PropertySource<?> source) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(source);
        new SecretSources(environment).postProcessBeanFactory(new DefaultListableBeanFactory());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--soto.mongodb.uri=mongodb://soto-query:geheim@mongo-1,mongo-2/?replicaSet=rs0",
                "--soto.mongodb.uri=mongodb+srv://soto-query:geheim@mongo.example.vn",
                "--soto.privacy.master-key=geheim",
                "--soto.privacy.masterKey=geheim",
                "--SOTO.PRIVACY.MASTER-KEY=geheim",
                "--soto.sign-in.sessions.keys=geheim",
                "--soto.sign-in.browser.client-secret=geheim",
                "--server.ssl.key-password=geheim",
                "--server.ssl.key-store-password=geheim",
                "--spring.application.json={\"soto.privacy.master-key\":\"geheim\"}"
            })
    void aSecretOnTheCommandLineIsReadByEverybodyOnTheMachineAndRefused(String argument) {
        assertThatThrownBy(() -> start(new SimpleCommandLinePropertySource(argument)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("is a secret")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void soIsOneInAPropertyOfTheJvm() {
        assertThatThrownBy(() -> start(new MapPropertySource(
                        StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
                        Map.of("soto.privacy.master-key", "geheim"))))
                .isInstanceOf(StartRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--soto.mongodb.uri=mongodb://mongo-1,mongo-2/?replicaSet=rs0",
                "--soto.mongodb.uri=mongodb://soto-query@mongo-1/?authMechanism=MONGODB-X509",
                "--soto.privacy.master-key=",
                "--soto.privacy.master-key-file=/etc/soto/master.key",
                "--server.port=0"
            })
    void whatIsNoSecretMayStandThere(String argument) {
        assertThatCode(() -> start(new SimpleCommandLinePropertySource(argument)))
                .doesNotThrowAnyException();
    }

    @Test
    void theEnvironmentAndFilesAreForSecrets() {
        assertThatCode(() -> start(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of("SOTO_PRIVACY_MASTERKEY", "geheim"))))
                .doesNotThrowAnyException();
        assertThatCode(() -> start(new MapPropertySource(
                        "Config tree '/run/secrets'", Map.of("soto.privacy.master-key", "geheim"))))
                .doesNotThrowAnyException();
    }
}
