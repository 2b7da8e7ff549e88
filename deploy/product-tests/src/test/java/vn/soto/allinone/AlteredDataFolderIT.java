package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import vn.soto.harness.ProductClient;
import vn.soto.ledger.sqlite.BackupNote;
import vn.soto.ledger.sqlite.SqliteLedgerReader;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.testkit.Await;
import vn.soto.web.log.AccessLogAppender;

/**
 * The possible alterations of the files of a data folder while the product is stopped. Each file is replaced by another
 * product's, cut, zeroed and removed. Keys are zeroed and exchanged; triggers, views and indexes are added. The start
 * is refused with a sentence, or health is not up, or every answer is what it was.
 */
@Tag("threads")
@Tag("long")
final class AlteredDataFolderIT {

    private static final List<String> FILES = List.of(
            "ledger.sqlite",
            "ledger.sqlite.anchor",
            "keys.sqlite",
            "keys.anchor",
            "master.key",
            "accounts.sqlite",
            "accounts.anchor",
            "reads.sqlite",
            "reads.anchor",
            "refused.sqlite",
            "refused.anchor",
            "session.keys",
            "keys.checked",
            "ledger.sqlite.backed-up",
            "read-models.sqlite",
            "command-index.sqlite");

    private static final List<String> STORES = List.of(
            "ledger.sqlite",
            "keys.sqlite",
            "accounts.sqlite",
            "reads.sqlite",
            "refused.sqlite",
            "read-models.sqlite",
            "command-index.sqlite");

    /** A table of each and a column of it. */
    private static final Map<String, List<String>> TABLES = Map.of(
            "ledger.sqlite", List.of("commits", "at"),
            "keys.sqlite", List.of("keys", "since"),
            "accounts.sqlite", List.of("accounts", "role"),
            "reads.sqlite", List.of("reads", "at"),
            "refused.sqlite", List.of("refused", "times"),
            "read-models.sqlite", List.of("lane", "number"),
            "command-index.sqlite", List.of("part", "checksum"));

    private static final String TEAM = "11111111-1111-4111-8111-111111111111";
    private static final String MEMBER = "77777777-7777-4777-8777-77777777777";

    @TempDir
    private static Path folder;

    /** Of today. */
    private static Path accessLog;

    private static Path sound;
    private static Path other;
    private static Map<String, String> expected;

    private record Alteration(String name, Change change) {}

    @FunctionalInterface
    private interface Change {
        void in(Path data) throws IOException, SQLException;
    }

    @BeforeAll
    static void write() throws IOException {
        accessLog = AccessLogAppender.fileOf(Path.of(""), Clock.systemUTC().instant());
        sound = folder.resolve("sound");
        other = folder.resolve("other");
        for (Path data : List.of(sound, other)) {
            try (ProductClient product = RunningProduct.start(data).client()) {
                found(product, data.equals(sound) ? "Nguyễn Thị Lan" : "Phạm Văn Hải");
                product.awaitCaughtUp();
                answers(product);
                assertThat(product.post("administrator", "/api/local-accounts/viewer/lock", "{}")
                                .statusCode())
                        .isLessThan(300);
            }
            // The check of the keys that runs behind a start writes down how far it came, if the ledger had commits by
            // then.
            try (ProductClient _ = start(data).client()) {
                Await.until("the keys are checked", () -> Files.exists(data.resolve("keys.checked")));
            }
            Path ledger = data.resolve("ledger.sqlite");
            try (SqliteLedgerReader reader = SqliteLedgerReader.open(ledger)) {
                BackupNote.write(ledger, reader.tail());
            }
            Files.writeString(data.resolve(accessLog), "what was looked at in " + data + "\n");
        }
        RunningProduct unaltered = start(copy());
        try (ProductClient product = unaltered.client()) {
            expected = answers(product);
            assertThat(health(unaltered)).as("of what nobody altered").isEqualTo(Status.UP);
        }
        assertThat(expected.toString()).contains("Nguyễn Thị Lan", "Trần Văn Minh");
    }

    private static RunningProduct start(Path data) {
        return RunningProduct.startAsItIs(data, "--soto.access-log.folder=" + data);
    }

    private static void found(ProductClient product, String name) {
        recorded(product, "/api/units", """
                {"unit":"p-1","kind":"PROVINCE","name":"Tỉnh","officialCode":"74","instrument":{"number":"1/QĐ","signedOn":"2024-01-01"},
                 "effectiveFrom":"2024-01-01"}""", "");
        recorded(product, "/api/units", """
                {"unit":"c-1","kind":"WARD","name":"Phường","officialCode":"25822","parent":"p-1",
                 "instrument":{"number":"1/QĐ","signedOn":"2024-01-01"},"effectiveFrom":"2024-01-01"}""", "");
        recorded(product, "/api/units", """
                {"unit":"kp-1","kind":"NEIGHBOURHOOD","name":"Khu phố","parent":"c-1",
                 "instrument":{"number":"1/QĐ","signedOn":"2024-01-01"},"effectiveFrom":"2024-01-01"}""", "");
        recorded(product, "/api/teams", """
                {"name":"Tổ số 5","foundingDecision":{"number":"12/QĐ-UBND","signedOn":"2024-11-01"},
                 "coverage":["kp-1"],"leader":"%1$s1","effectiveFrom":"2024-11-01",
                 "members":[{"member":"%1$s1","organisation":"NEIGHBOURHOOD_HEAD"},
                            {"member":"%1$s2","organisation":"YOUTH_UNION"},
                            {"member":"%1$s3","organisation":"WOMENS_UNION"}]}""".formatted(MEMBER), TEAM);
        recorded(product, "/api/members/" + MEMBER + "1/profile", "{\"name\":\"" + name + "\"}", "");
        recorded(product, "/api/members/" + MEMBER + "2/profile", "{\"name\":\"Trần Văn Minh\"}", "");
        product.awaitCaughtUp();
        assertThat(product.get("officer", "/api/members/" + MEMBER + "1").body())
                .contains(name);
        for (String path : List.of("/api/units", "/api/teams")) {
            assertThat(product.post("auditor", path, "{}").statusCode()).isEqualTo(403);
        }
    }

    private static void recorded(ProductClient product, String path, String body, String id) {
        String role = path.endsWith("/profile") ? "officer" : "administrator";
        HttpResponse<String> answer =
                id.isEmpty() ? product.post(role, path, body) : product.post(role, path, body, "Idempotency-Key", id);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(201);
    }

    /** The answers about the ledger, people and accounts. */
    private static Map<String, String> answers(ProductClient product) {
        Map<String, String> answers = new TreeMap<>();
        for (String path : List.of(
                "/api/members/" + MEMBER + "1", "/api/members/" + MEMBER + "2", "/api/teams/" + TEAM, "/api/units")) {
            HttpResponse<String> answer = product.get("administrator", path);
            answers.put(path, answer.statusCode() + answer.body().replaceAll("\"freshness\":\\{[^}]*}", ""));
        }
        answers.put(
                "auditor", String.valueOf(product.get("auditor", "/api/units").statusCode()));
        answers.put("reads", entries(product, "/api/personal-data-reads?account=officer", "subject"));
        answers.put("refused", entries(product, "/api/refused-access", "operation"));
        return answers;
    }

    private static String entries(ProductClient product, String path, String field) {
        return product.json("auditor", path).findValuesAsString(field).toString();
    }

    private static List<Alteration> alterations() {
        List<Alteration> all = new ArrayList<>();
        for (String file :
                Stream.concat(FILES.stream(), Stream.of(accessLog.toString())).toList()) {
            all.add(new Alteration(file + " replaced", data -> replace(data, file)));
            all.add(new Alteration(file + " cut", data -> {
                byte[] bytes = Files.readAllBytes(data.resolve(file));
                Files.write(data.resolve(file), Arrays.copyOf(bytes, bytes.length / 2));
            }));
            all.add(new Alteration(
                    file + " zeroed",
                    data -> Files.write(data.resolve(file), new byte[(int) Files.size(data.resolve(file))])));
            all.add(new Alteration(file + " removed", data -> Files.delete(data.resolve(file))));
        }
        for (String file : STORES) {
            List<String> of = TABLES.getOrDefault(file, List.of());
            String table = of.getFirst();
            for (String statement : List.of(
                    "CREATE TRIGGER t BEFORE INSERT ON " + table + " BEGIN SELECT RAISE(IGNORE); END",
                    "CREATE VIEW v AS SELECT * FROM " + table,
                    "CREATE INDEX i ON " + table + " (" + of.getLast() + ")")) {
                all.add(new Alteration(
                        file + " " + statement.substring(7, 12).strip(), data -> run(data, file, statement)));
            }
        }
        all.add(new Alteration(
                "key zeroed", data -> run(data, "keys.sqlite", "UPDATE keys SET wrapped = zeroblob(60) WHERE id = 1")));
        all.add(new Alteration("keys exchanged", data -> run(data, "keys.sqlite", """
                UPDATE keys SET wrapped = (SELECT o.wrapped FROM keys o WHERE o.id = 3 - keys.id) WHERE id IN (1, 2)""")));
        all.add(new Alteration(
                "key changed",
                data -> run(data, "keys.sqlite", "UPDATE keys SET wrapped = randomblob(60) WHERE id = 2")));
        all.add(new Alteration("key removed", data -> run(data, "keys.sqlite", "DELETE FROM keys WHERE id = 1")));
        for (String statement : List.of(
                "UPDATE accounts SET locked = 0 WHERE login = 'viewer'",
                "UPDATE accounts SET password = (SELECT o.password FROM accounts o WHERE o.login = 'officer') WHERE login = 'auditor'",
                "UPDATE accounts SET role = 'ADMINISTRATOR' WHERE login = 'officer'",
                "UPDATE accounts SET role = 'OFFICDR' WHERE login = 'officer'",
                "UPDATE accounts SET id = char(7) WHERE login = 'viewer'",
                "UPDATE history SET action = 'LOCKEE' WHERE action = 'LOCKED'",
                "DELETE FROM history WHERE action = 'TAKEN_OVER' AND account = 'viewer'",
                "UPDATE accounts SET login = 'chief' WHERE login = 'operator'",
                "DELETE FROM accounts WHERE login = 'operator'",
                "INSERT INTO accounts SELECT 'mallory', 'mallory', password, 0, 'ADMINISTRATOR', 0, 0, NULL, 0, -1, '', digest"
                        + " FROM accounts WHERE login = 'officer'")) {
            all.add(new Alteration(statement, data -> run(data, "accounts.sqlite", statement)));
        }
        all.add(new Alteration(
                "read changed", data -> run(data, "reads.sqlite", "UPDATE reads SET account = 'x' WHERE id = 1")));
        all.add(new Alteration("an index that leaves an entry out", data -> {
            String made = "CREATE INDEX reads_by_subject ON reads (subject)";
            try (SqliteSession session = SqliteSession.writer(data.resolve("reads.sqlite"))) {
                session.run("DROP INDEX reads_by_subject");
                session.run(made + " WHERE id <> 1");
                session.run("PRAGMA writable_schema = ON");
                session.run("UPDATE sqlite_schema SET sql = '" + made + "' WHERE name = 'reads_by_subject'");
            }
        }));
        all.add(new Alteration(
                "chains of reads removed", data -> run(data, "reads.sqlite", "UPDATE reads SET chain = NULL")));
        for (String statement : List.of(
                "UPDATE refused SET account = 'x', times = 1 WHERE number = 1",
                "DELETE FROM refused WHERE number = 1")) {
            all.add(new Alteration(statement, data -> run(data, "refused.sqlite", statement)));
        }
        all.add(new Alteration("read removed", data -> run(data, "reads.sqlite", "DELETE FROM reads WHERE id = 1")));
        for (String statement : List.of(
                "UPDATE %s SET body = CAST(substr(body, 1, length(body) - 1) || x'00' AS BLOB) WHERE substr(body, -1) <> x'00'",
                "DELETE FROM %s", "DELETE FROM content WHERE rows = '%s'")) {
            all.add(new Alteration("read models: " + statement, data -> inEachTable(data, statement)));
        }
        for (String statement : List.of(
                "UPDATE lane SET number = number - 1",
                "UPDATE lane SET chain = 'x'",
                "DELETE FROM lane",
                "DELETE FROM collection",
                "UPDATE about SET value = 'x'")) {
            all.add(new Alteration("read models: " + statement, data -> run(data, "read-models.sqlite", statement)));
        }
        return all;
    }

    private static void inEachTable(Path data, String statement) throws SQLException {
        try (SqliteSession session = SqliteSession.writer(data.resolve("read-models.sqlite"))) {
            for (String table : session.list("SELECT rows FROM collection", row -> row.getString(1))) {
                session.run(statement.formatted(table));
            }
        }
    }

    private static void replace(Path data, String file) throws IOException {
        Files.copy(other.resolve(file), data.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void run(Path data, String file, String statement) throws SQLException {
        try (SqliteSession session = SqliteSession.writer(data.resolve(file))) {
            session.run(statement);
        }
    }

    @Test
    void eachIsFoundOrChangesNoAnswer() throws IOException, SQLException {
        List<Alteration> all = alterations();
        assertThat(all).hasSizeGreaterThanOrEqualTo(40);
        List<String> silent = new ArrayList<>();
        for (Alteration alteration : all) {
            Path data = copy();
            alteration.change().in(data);
            if (!isFound(alteration, data)) {
                silent.add(alteration.name());
            }
        }
        assertThat(silent).isEmpty();
    }

    /** Whether the start is refused, health is not up, or the answers are what they were. */
    private static boolean isFound(Alteration alteration, Path data) {
        RunningProduct product;
        try {
            product = start(data);
        } catch (RuntimeException refused) {
            Throwable cause = refused;
            while (cause.getCause() != null
                    && !String.valueOf(cause.getMessage()).contains(" / ")) {
                cause = cause.getCause();
            }
            assertThat(cause.getMessage())
                    .as("%s: why there is no start", alteration.name())
                    .contains(" / ");
            return true;
        }
        try (ProductClient client = product.client()) {
            return !Status.UP.equals(health(product)) || answers(client).equals(expected);
        } catch (AssertionError unanswered) {
            return false;
        }
    }

    /** Once all that is looked at in the background was. */
    private static Status health(RunningProduct product) {
        Await.until(
                "the checks in the background",
                () -> Stream.of(
                                "keyStoreHealthIndicator",
                                "structureHealthIndicator",
                                "readModelsFileHealthIndicator",
                                "readsRegisterHealthIndicator",
                                "refusedRegisterHealthIndicator")
                        .map(name -> product.context().getBean(name, HealthIndicator.class))
                        .flatMap(part -> Stream.ofNullable(part.health()))
                        .noneMatch(
                                part -> Boolean.FALSE.equals(part.getDetails().get("checked"))));
        return product.context().getBean(HealthEndpoint.class).health().getStatus();
    }

    private static Path copy() throws IOException {
        Path copy = Files.createTempDirectory(folder, "data");
        try (Stream<Path> files = Files.list(sound)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    Files.copy(file, copy.resolve(file.getFileName()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return copy;
    }
}
