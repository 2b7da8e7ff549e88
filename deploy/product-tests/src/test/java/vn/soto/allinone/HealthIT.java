package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.contracts.access.Role;
import vn.soto.testkit.Await;

/** What health says of the data folder and its files, and to whom. */
@Tag("threads")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class HealthIT {

    @TempDir
    private static Path folder;

    private static RunningProduct product;

    @BeforeAll
    static void start() {
        product = RunningProduct.start(folder);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    private static String get(String path, String... headers) {
        return product.exchange("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + String.join("", headers) + "\r\n");
    }

    private static String asAdministrator(String path) {
        return get(path, product.authorization(Role.ADMINISTRATOR) + "\r\n");
    }

    @Test
    @Order(1)
    void livenessAndReadinessAnswerEverybodyWithoutDetails() {
        for (String path :
                new String[] {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"}) {
            assertThat(get(path))
                    .as(path)
                    .startsWith("HTTP/1.1 200")
                    .doesNotContain("details")
                    .doesNotContain("components");
        }
        assertThat(get("/actuator/health/ledger")).startsWith("HTTP/1.1 401");
    }

    @Test
    @Order(1)
    void aMemberSeesTheBareHealthAndNothingElseOfTheActuator() {
        String member = product.authorization(Role.MEMBER) + "\r\n";
        assertThat(get("/actuator/health", member))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("details")
                .doesNotContain("components");
        for (String path :
                new String[] {"/actuator", "/actuator/prometheus", "/actuator/info", "/actuator/health/ledger"}) {
            assertThat(get(path, member))
                    .as(path)
                    .startsWith("HTTP/1.1 403")
                    .contains("urn:soto:problem:not-allowed", "xem tình trạng hệ thống");
        }
        assertThat(get("/actuator/prometheus", product.authorization(Role.OPERATOR) + "\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(get("/api/units", product.authorization(Role.OPERATOR) + "\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    @Order(2)
    void theDiskOfTheDataFolderIsWatched() {
        assertThat(asAdministrator("/actuator/health/diskSpace")).contains("\"path\":\"" + folder + "\"");
    }

    @Test
    @Order(3)
    void theKeyStoreWasComparedWithTheLedger() {
        Await.until(
                "key store checked",
                () -> asAdministrator("/actuator/health/keyStore").contains("\"checked\":true"));
        assertThat(asAdministrator("/actuator/health/keyStore"))
                .startsWith("HTTP/1.1 200")
                .contains("\"subjectsWithoutKey\":0");
    }

    @Test
    @Order(4)
    void theNativeLibraryIsLoadedFromADataFolder() {
        String loaded = System.getProperty("org.sqlite.lib.path");
        assertThat(loaded).endsWith("native");
    }

    @Test
    @Order(5)
    void aDeletedLogTurnsHealthDownAndItsReasonIsForThoseWhoAreSignedIn() throws IOException {
        assertThat(asAdministrator("/actuator/health/ledger")).startsWith("HTTP/1.1 200");
        Files.delete(folder.resolve("ledger.sqlite-wal"));
        Await.until("health down", () -> !get("/actuator/health").startsWith("HTTP/1.1 200"));
        assertThat(asAdministrator("/actuator/health/ledger"))
                .startsWith("HTTP/1.1 503")
                .contains("\"fault\":\"ledger-file-replaced\"", "was deleted");
        assertThat(get("/actuator/health/liveness")).startsWith("HTTP/1.1 200");
        assertThat(get("/actuator/health/readiness")).startsWith("HTTP/1.1 200");
    }

    /** As when the process has no free file descriptor, or the disk does not answer. */
    @Test
    @Order(7)
    void aPartThatCannotLookSaysSo() throws IOException {
        Path anchor = folder.resolve("ledger.sqlite.anchor");
        Files.delete(anchor);
        Files.createDirectory(anchor);
        assertThat(asAdministrator("/actuator/health/anchor"))
                .startsWith("HTTP/1.1 503")
                .contains("\"unreadable\":");
    }

    @Test
    @Order(6)
    void everyOtherFileThatIsTakenAwayIsToldByItsName() throws IOException {
        assertThat(asAdministrator("/actuator/health/files")).startsWith("HTTP/1.1 200");
        for (String file : new String[] {"accounts.sqlite", "refused.sqlite", "reads.sqlite-wal", "master.key"}) {
            Files.delete(folder.resolve(file));
        }
        Await.until("all are told", () -> {
            String health = asAdministrator("/actuator/health/files");
            return health.startsWith("HTTP/1.1 503")
                    && Stream.of("\"accounts\":", "\"refused\":", "\"reads\":", "\"masterKey\":")
                            .allMatch(health::contains);
        });
    }
}
