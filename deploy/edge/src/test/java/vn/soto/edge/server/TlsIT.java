package vn.soto.edge.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import vn.soto.testkit.RecordedLog;

/** The server over TLS, with a certificate made by {@code deploy/bin/certificate}: both protocols, and the same limits. */
@Tag("threads")
@Tag("processes")
@Isolated("listens to the log of everybody")
final class TlsIT {

    private static final Path CERTIFICATE =
            Path.of(System.getProperty("soto.root", "../..")).resolve("deploy/bin/certificate");

    @TempDir
    private static Path folder;

    /** With the limits that the product has by default. */
    @AutoClose
    private static LimitedServer standard;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        makeCertificate();
        standard = server();
    }

    private static void makeCertificate() throws IOException, InterruptedException {
        Process made = new ProcessBuilder(CERTIFICATE.toString(), folder.toString(), "localhost", "127.0.0.1")
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(said).isZero();
        assertThat(said).contains("sha256 Fingerprint=", "--server.ssl.certificate=file:" + folder);
    }

    private static LimitedServer server(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--server.ssl.certificate=file:" + folder.resolve("certificate.pem"));
        all.add("--server.ssl.certificate-private-key=file:" + folder.resolve("key.pem"));
        return LimitedServer.start(all.toArray(String[]::new));
    }

    private static SSLContext trust() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(folder.resolve("certificate.pem"))) {
            trusted.setCertificateEntry(
                    "own", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static SSLSocket secure(LimitedServer server) throws IOException, GeneralSecurityException {
        Socket plain = server.connect();
        return (SSLSocket) trust().getSocketFactory().createSocket(plain, "localhost", plain.getPort(), true);
    }

    private static Http2Client client(LimitedServer server) throws IOException, GeneralSecurityException {
        return Http2Client.on(secure(server));
    }

    private static double ended(LimitedServer server, String reason) {
        return server.bean(MeterRegistry.class)
                .counter("soto.http.connections.ended", "port", "api", "reason", reason)
                .count();
    }

    private static HttpResponse<String> get(LimitedServer server, HttpClient.Version version)
            throws IOException, InterruptedException, GeneralSecurityException {
        String port = server.context().getEnvironment().getRequiredProperty("local.server.port");
        try (HttpClient http =
                HttpClient.newBuilder().sslContext(trust()).version(version).build()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/quick"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aBrowserGetsHttp2AndAnOldClientHttp1() throws Exception {
        for (HttpClient.Version version : HttpClient.Version.values()) {
            HttpResponse<String> answer = get(standard, version);
            assertThat(answer.version()).isEqualTo(version);
            assertThat(answer.body()).isEqualTo("quick");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        }
    }

    @Test
    void whatIsNoTlsEndsAndLeavesTheLogAlone() {
        try (RecordedLog log = RecordedLog.from(Level.WARN)) {
            assertThat(standard.once("/quick")).isEmpty();
            assertThat(ended(standard, "malformed")).isEqualTo(1);
            assertThat(log.events()).as("warnings").isEmpty();
        }
    }

    @Test
    void theKeyIsForItsOwnerAlone() throws IOException {
        assertThat(Files.getPosixFilePermissions(folder.resolve("key.pem")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    @Tag("long")
    void halfHeadsAndIdleConnectionsEnd() throws Exception {
        try (LimitedServer server =
                server("header-timeout=300ms", "idle-timeout=300ms", "max-connections-per-client=2000")) {
            SSLSocket half = secure(server);
            LimitedServer.send(half, "GET /quick HTTP/1.1\r\nHo");
            assertThat(LimitedServer.toTheEnd(half)).isEmpty();
            assertThat(ended(server, "header")).isEqualTo(1);

            Http2Client silent = client(server);
            silent.toTheEnd();
            assertThat(ended(server, "header")).isEqualTo(2);

            Http2Client idle = client(server);
            idle.get(1, "/quick");
            assertThat(idle.next(Http2Client.DATA).payload()).asString().isEqualTo("quick");
            idle.toTheEnd();
            assertThat(ended(server, "idle")).isEqualTo(1);
        }
    }

    @Test
    void aHalfBodyIsResetAndTheOtherStreamsGoOn() throws Exception {
        try (LimitedServer server = server("transfer-grace=300ms");
                Http2Client client = client(server)) {
            client.post(1, "/size", "text/csv");
            client.data(1, new byte[100], false);
            assertThat(client.next(Http2Client.RESET).stream()).isEqualTo(1);
            assertThat(ended(server, "body")).isEqualTo(1);
            client.get(3, "/quick");
            assertThat(client.next(Http2Client.DATA).payload()).asString().isEqualTo("quick");
        }
    }

    @Test
    void anAnswerWhoseWindowIsNeverOpenedIsReset() throws Exception {
        try (LimitedServer server = server("transfer-grace=300ms", "minimum-rate=10MB");
                Http2Client client = client(server)) {
            client.get(1, "/large");
            assertThat(client.next(Http2Client.RESET).stream()).isEqualTo(1);
            assertThat(server.bean(LimitedServer.Endpoint.class).abandoned().await(60, TimeUnit.SECONDS))
                    .isTrue();
            assertThat(ended(server, "answer")).isEqualTo(1);
        }
    }

    @Test
    void aLargeFileAndALargeAnswerPassTheSameLimits() throws Exception {
        String port = standard.context().getEnvironment().getRequiredProperty("local.server.port");
        try (HttpClient http = HttpClient.newBuilder().sslContext(trust()).build()) {
            URI base = URI.create("https://localhost:" + port);
            byte[] file = new byte[2 << 20];
            HttpResponse<String> size = http.send(
                    HttpRequest.newBuilder(base.resolve("/size"))
                            .header("Content-Type", "text/csv")
                            .header("X-Account", "lan")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(size.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(size.body()).isEqualTo(Integer.toString(file.length));
            HttpResponse<byte[]> large = http.send(
                    HttpRequest.newBuilder(base.resolve("/large?megabytes=4")).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(large.body()).hasSize(4 << 20);
        }
    }

    @Test
    @Tag("long")
    void aConnectionBeyondTheLimitIsToldSo() throws Exception {
        try (LimitedServer server = server("max-connections-per-client=1", "idle-timeout=5m");
                Http2Client first = client(server)) {
            first.getKnown(1, "/quick");
            first.next(Http2Client.DATA);
            Http2Client second = client(server);
            second.get(1, "/quick");
            assertThat(second.next(Http2Client.DATA).payload())
                    .asString(StandardCharsets.UTF_8)
                    .contains("urn:soto:problem:too-many-connections", "Quá nhiều kết nối");
            second.toTheEnd();
        }
    }

    @Test
    void withoutTlsThereIsNoHttp2() {
        try (LimitedServer server = LimitedServer.start("--server.http2.enabled=true")) {
            assertThat(server.once("/quick", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAAP__"))
                    .startsWith("HTTP/1.1 200")
                    .endsWith("quick");
        }
    }
}
