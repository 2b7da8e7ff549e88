package vn.soto.commandnode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import vn.soto.edge.start.StartRefusedException;
import vn.soto.ledger.WrongLedgerException;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.ledger.mongo.MongoLayout;
import vn.soto.testkit.mongo.Emulator;

/** The settings that a command node needs to start, and its health reports. */
@Tag("slow")
final class CommandNodeStartIT {

    @TempDir
    private Path folder;

    private Path masterKey;

    @AutoClose
    private final Emulator server = Emulator.start();

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void publishKeys() throws IOException, JOSEException {
        JWKSet keys = new JWKSet(new ECKeyGenerator(Curve.P_256).keyID("k").generate());
        Files.writeString(folder.resolve("keys.json"), keys.toPublicJWKSet().toString());
        masterKey = Files.createTempFile(folder, "master", ".key");
        Files.writeString(masterKey, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
    }

    @Test
    void aDatabaseThatIsNotPreparedIsRefused() {
        assertThatThrownBy(() -> start("--soto.mongodb.without-users=true"))
                .hasRootCauseInstanceOf(WrongLedgerException.class)
                .hasStackTraceContaining("deploy/bin/prepare-mongodb");
    }

    @Test
    void aServerThatAsksNobodyForAPasswordIsRefusedUnlessForTrying() {
        prepare("soto/x");

        assertThatThrownBy(this::start)
                .hasRootCauseInstanceOf(StartRefusedException.class)
                .hasStackTraceContaining("lets anybody in");
    }

    @Test
    @Tag("long")
    void anotherLedgerIsRefused() {
        prepare("soto/y");

        assertThatThrownBy(() -> start("--soto.mongodb.without-users=true")).hasStackTraceContaining("soto/y");
    }

    @Test
    @Tag("long")
    void oneWritesAndTheOtherIsAHealthyStandby() {
        prepare("soto/x");
        try (ConfigurableApplicationContext first = start("--soto.mongodb.without-users=true");
                ConfigurableApplicationContext second = start("--soto.mongodb.without-users=true")) {
            assertThat(health(first, "/writer").statusCode()).isEqualTo(200);
            HttpResponse<String> standby = health(second, "/writer");
            assertThat(standby.statusCode()).isEqualTo(503);
            assertThat(standby.body()).contains("OUT_OF_SERVICE", "STANDBY");
            for (String path : List.of("", "/liveness", "/readiness")) {
                HttpResponse<String> answer = health(second, path);
                assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
                assertThat(answer.body()).contains("\"status\":\"UP\"");
            }
        }
    }

    private void prepare(String origin) {
        try (MongoClient client =
                MongoClients.create(MongoConnection.settings(server.uri()).build())) {
            MongoLayout.prepare(client.getDatabase("soto-x"), origin);
        }
    }

    private ConfigurableApplicationContext start(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--soto.ledger=x",
                "--soto.mongodb.uri=" + server.uri(),
                "--soto.sign-in.issuer=https://accounts.example.vn",
                "--soto.sign-in.audience=soto",
                "--soto.privacy.master-key-file=" + masterKey,
                "--soto.sign-in.keys=" + folder.resolve("keys.json").toUri()));
        arguments.addAll(List.of(more));
        return SpringApplication.run(Main.class, arguments.toArray(String[]::new));
    }

    private HttpResponse<String> health(ConfigurableApplicationContext node, String path) {
        String port = node.getEnvironment().getProperty("local.management.port");
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health" + path))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
