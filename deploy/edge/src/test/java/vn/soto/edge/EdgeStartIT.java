package vn.soto.edge;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import vn.soto.edge.start.StartRefusedException;

/** Settings that refuse a start, and the messages about them. */
@Tag("slow")
final class EdgeStartIT {

    @TempDir
    private Path folder;

    @Test
    void withoutSettings() {
        assertThatThrownBy(() -> start(Map.of())).hasStackTraceContaining("soto.sign-in.issuer is not set");
    }

    @Test
    void withoutKeys() {
        assertThatThrownBy(() -> start(signIn(folder.resolve("missing.json"))))
                .hasStackTraceContaining("missing.json")
                .hasStackTraceContaining("cannot be read");
    }

    @Test
    void withTheActuatorOnTheOpenPort() throws IOException {
        Path keys = Files.writeString(folder.resolve("keys.json"), Issuer.published(Issuer.ec("k1")));
        Map<String, Object> settings = signIn(keys);
        settings.remove("management.server.port");

        assertThatThrownBy(() -> start(settings)).hasRootCauseInstanceOf(StartRefusedException.class);
    }

    @Test
    void withAnIdTokenThatWouldBeAnAccessToken() throws IOException {
        Path keys = Files.writeString(folder.resolve("keys.json"), Issuer.published(Issuer.ec("k1")));
        Map<String, Object> settings = signIn(keys);
        settings.put("soto.sign-in.browser.client-id", Issuer.AUDIENCE);
        settings.put("soto.sign-in.browser.address", "https://so-to.example.vn");

        assertThatThrownBy(() -> start(settings))
                .hasRootCauseInstanceOf(StartRefusedException.class)
                .hasStackTraceContaining("soto.sign-in.audience");
    }

    @Test
    void withBrowsersThatWouldNotStaySignedIn() throws IOException {
        Path keys = Files.writeString(folder.resolve("keys.json"), Issuer.published(Issuer.ec("k1")));
        Map<String, Object> settings = signIn(keys);
        settings.put("soto.sign-in.browser.client-id", "soto-web");
        settings.put("soto.sign-in.browser.address", "https://so-to.example.vn");

        assertThatThrownBy(() -> start(settings))
                .hasRootCauseInstanceOf(StartRefusedException.class)
                .hasStackTraceContaining("soto.sign-in.sessions.keys is not");
    }

    private static Map<String, Object> signIn(Path keys) {
        return new HashMap<>(Map.of(
                "soto.sign-in.issuer",
                Issuer.NAME,
                "soto.sign-in.audience",
                Issuer.AUDIENCE,
                "soto.sign-in.keys",
                keys.toUri().toString(),
                "management.server.port",
                "0"));
    }

    private static void start(Map<String, Object> settings) {
        SpringApplication edge = Applications.of(EdgeApplication.class);
        Map<String, Object> all = new HashMap<>(settings);
        all.put("server.port", "0");
        all.put("spring.main.banner-mode", "off");
        all.put("server.address", "127.0.0.1");
        edge.setDefaultProperties(all);
        edge.run().close();
    }
}
