package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.access.Role;
import vn.soto.testkit.Await;

/** The state of the data folder and its files in health, by reader; and a time of every operation in the metrics. */
@Tag("threads")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class HealthIT {

    @TempDir
    private static Path folder;

    @AutoClose
    private static RunningProduct product;

    @BeforeAll
    static void start() {
        product = RunningProduct.start(folder);
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

    /** More than a hundred addresses, where Spring Boot's own limit lies; at length all. */
    @Test
    @Order(2)
    void everyOperationOfTheDescriptionHasItsTimeInTheMetrics() {
        List<Operation> all = operations();
        List<Operation> operations = IntStream.range(0, all.size())
                .filter(each -> Boolean.getBoolean("soto.long") || each % 2 == 0)
                .mapToObj(all::get)
                .toList();
        operations.forEach(operation -> assertThat(product.exchange(operation.refused()))
                .as(operation.toString())
                .startsWith("HTTP/1.1 "));
        Pattern timed = Pattern.compile("http_server_requests_seconds_count\\{.*method=\"(.*?)\".*uri=\"(.*?)\".*");
        Set<String> times = asAdministrator("/actuator/prometheus")
                .lines()
                .map(timed::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1) + " " + line.group(2))
                .collect(Collectors.toSet());

        assertThat(all).hasSizeGreaterThan(200);
        assertThat(operations).hasSizeGreaterThan(100);
        assertThat(times).containsAll(operations.stream().map(Operation::timed).toList());
    }

    /** @param type of the bodies that it takes */
    private record Operation(String method, String path, String type) {

        /** As the metrics call it. */
        private String timed() {
            return method + " " + path;
        }

        /** A request about nobody, with a field that no operation has, so that it does nothing. */
        private String refused() {
            String body = method.equals("GET") ? "" : "{\"no\":1}";
            return """
                    %s %s HTTP/1.1\r
                    Host: localhost\r
                    Connection: close\r
                    %s\r
                    Content-Type: %s\r
                    Content-Length: %d\r
                    \r
                    %s""".formatted(
                            method,
                            path.replaceAll("\\{[^}]*}", "nobody"),
                            product.authorization(Role.ADMINISTRATOR),
                            type,
                            body.length(),
                            body);
        }
    }

    /** All but streams, which are timed when their reader leaves. */
    private static List<Operation> operations() {
        String answer = asAdministrator("/api/openapi.json");
        JsonNode paths = JsonMapper.shared()
                .readTree(answer.substring(answer.indexOf('{')))
                .path("paths");
        return paths.properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> !method.getValue().toString().contains("text/event-stream"))
                        .map(method -> new Operation(
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                type(method.getValue().at("/requestBody/content")))))
                .toList();
    }

    private static String type(JsonNode bodies) {
        return bodies.propertyNames().stream().findFirst().orElse("application/json");
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
