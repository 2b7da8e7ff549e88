package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.soto.contracts.plan.PlanId;
import vn.soto.domain.plan.Plan;
import vn.soto.harness.ProductClient;
import vn.soto.harness.Version1;
import vn.soto.ledger.sqlite.LedgerCheck;
import vn.soto.testkit.JsonDifferences;

/** The product starts on what version 1 left behind, answers as it did, and finishes its plans. */
@Tag("threads")
@Tag("slow")
final class LedgerOfVersion1IT {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> NAMES_OF_THE_ERASED =
            List.of("Lê Thị Chi", "Đỗ Thị Xuân", "Huỳnh Văn Tư", "0987654321");

    /** Answers that may differ from those of version 1, by a pattern of role, address, field and values, with the reason. */
    private static final Map<String, String> DIFFERENCES = Map.ofEntries(
            Map.entry(
                    "auditor /api/teams\\?unit=p-1&on=.*",
                    "teams stand in Vietnamese order and are those of the day asked about"),
            Map.entry(
                    "auditor /api/teams/.*/reports/.*/(outdated|why):  is now .*",
                    "a report says whether it is outdated, and why it was submitted again"),
            Map.entry(
                    "[a-z]+ /api/(teams|units)/.*/reports.*/"
                            + "(amounts|checks|differing|judgments|lateLines|narrative|now|period|reported|state):  ?is now .*",
                    "a report tells its way up, and what the team and the ledger say beside what was submitted"),
            Map.entry(
                    "auditor /api/dashboards/.*/members: [0-9]+ is now [0-9]+",
                    "suspended members are no members of a day"),
            Map.entry(
                    "auditor /api/members/m-an/activity(\\?.*)?/(latest|services|weeks|records/[0-9]+/.*): .*",
                    "a record stands where its credit last changed, and tells whom it helped; services and weeks are counted"),
            Map.entry("leader /api/requests/.*/closedOn:  is now .*", "a request tells when it was closed"),
            Map.entry(
                    "officer /api/plans/.*/(proposed|about|before|changes|content|why|whyCode):  is now .*",
                    "a plan shows what it would change"),
            Map.entry(
                    "auditor /api/teams/.*/reports/.*/(name|unit|definition): .* is now \".*\"",
                    "figures have names, units and definitions"),
            Map.entry(
                    "auditor /api/dashboards/.*/(suspended|registered|assigned|unassigned): .* is now [0-9]+",
                    "dashboards tell suspended members and households without a responsible member"),
            Map.entry(
                    "auditor /api/(dashboards|members)/.*/byOutcome/[A-Z_]+: .*",
                    "the outcome of a record is that of its last follow-up"),
            Map.entry(
                    "auditor /api/members/m-an/activity.*/withheld: .* is now 0",
                    "credit for help that a call-back denies is withheld"),
            Map.entry(
                    "(auditor|leader) /api/assistances/.*/outcome: .* is now \"[A-Z_]+\"",
                    "a record tells its outcome beside its statement"),
            Map.entry(
                    "auditor /api/teams/.*/timeline\\?.*/entries/[0-9]+/(corrects|correctedBy): (\\[\\])? is now .*",
                    "a report submitted again links to the one it replaces"),
            Map.entry(
                    "officer /api/plans/.*/text: \"Không tìm thấy target .*\" is now \"Trong sổ không có đối tượng .*\"",
                    "a Vietnamese text had an English word"),
            Map.entry(
                    "auditor /api/members/m-an\\?.*/name: \"TV-7ECEA072\" is now \"TV-[0-9A-F]{16}\"",
                    "a pseudonym was an unkeyed hash of the id; it depends on the master key now"),
            Map.entry(
                    "leader /api/(households|businesses)/.*/unit: \"ap-1\" is now \"ap-12\"",
                    "a merger carries households and businesses along"),
            Map.entry(
                    "auditor /api/units/c-1/coverage\\?.*/0/(teams|uncovered|needsConsolidation): .*",
                    "a team of a unit that was merged works in the unit that took it over until it is consolidated"),
            Map.entry(
                    "officer /api/teams/.*\\?.*/(on|status|nextChange):  is now .*",
                    "a card says which day it is about, and what the team was on it"),
            Map.entry("auditor /api/teams/.*/late:  is now \\[.*", "a history tells what was recorded late"),
            Map.entry("auditor /api/teams/.*/sentence:  is now \".*\"", "what an event says is told in a sentence"),
            Map.entry(
                    "auditor /api/teams/.*/timeline\\?.*/(total|perWeek|kinds|corrections):  is now .*",
                    "a timeline tells how many events there are, of which kind and when"),
            Map.entry(
                    "auditor /api/dashboards/.*/(codes|countedOnce|days):  is now .*",
                    "a dashboard tells which figures lead to events"),
            Map.entry(
                    "auditor /api/(teams|members)/.*/(outreach|activity)\\?.*/(days|firstDay|lastDay):  is now .*",
                    "a quarter of a team or a person tells by which days it counts"),
            Map.entry(
                    "auditor /api/(units|dashboards)/.*/coming:  is now .*",
                    "what is coming stands beside what is in force"),
            Map.entry("[a-z]+ /api/units/[^/]+/ancestors: .* ?is now \\[.*", "a unit names the units that contain it"));

    @TempDir
    private static Path folder;

    private static ProductClient product;

    @BeforeAll
    static void start() {
        Path data = Version1.copyTo(folder.resolve("data"));
        assertSound(data);
        product = start(data);
        product.awaitCaughtUp();
    }

    @AfterAll
    static void theLedgerEndsSoundAndContainsTheHeadOfVersion1() {
        product.close();
        assertSound(folder.resolve("data"));
    }

    private static ProductClient start(Path data) {
        return RunningProduct.startAsItIs(data, Version1.LEDGER, "--soto.query.read-your-writes-timeout=2m")
                .client();
    }

    private static void assertSound(Path data) {
        assertThat(LedgerCheck.of(data.resolve("ledger.sqlite"), Version1.head(), commits -> {})
                        .number())
                .isGreaterThanOrEqualTo(Version1.head().getFirst().number());
    }

    @Test
    void answersAreThoseOfVersion1() {
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, JsonNode> asked : Version1.answers().properties()) {
            String[] question = asked.getKey().split(" ", 2);
            HttpResponse<String> response = product.get(question[0], question[1]);
            JsonNode now = ProductClient.json(response);
            if (now.path("type").asString("").endsWith("ask-successors")) {
                assertThat(question[1]).startsWith("/api/units/ap-1/");
                assertThat(now.at("/units/0/unit").asString()).isEqualTo("ap-12");
                JsonNode there = product.json(question[0], question[1].replace("/ap-1/", "/ap-12/"));
                assertThat(listed(there.at("/answer/items")))
                        .as("what lived in a unit that was merged is listed in the unit that took it over")
                        .containsAll(listed(asked.getValue().at("/answer/items")));
                continue;
            }
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            JsonNode was = asked.getValue().get("answer");
            JsonNode is = now.get("answer");
            // Lists that came whole then come in pages.
            differences.addAll(
                    JsonDifferences.of(asked.getKey(), was, was.isArray() && is.has("items") ? is.get("items") : is));
            assertThat(now.at("/freshness/asOf")).isEqualTo(asked.getValue().at("/freshness/asOf"));
        }

        assertThat(differences)
                .filteredOn(found -> DIFFERENCES.keySet().stream().noneMatch(found::matches))
                .isEmpty();
    }

    private static Set<String> listed(JsonNode items) {
        return items.valueStream()
                .map(item ->
                        item.path("household").asString(item.path("business").asString("")))
                .collect(Collectors.toSet());
    }

    @Test
    void thePlanThatWasKilledIsCarriedOutOnce() throws SQLException {
        String plan = Version1.made("running");

        JsonNode completed = awaitState(plan, "COMPLETED");

        assertThat(completed.get("done").asInt() + completed.get("repeated").asInt())
                .isEqualTo(400);
        assertThat(completed.get("refused").asInt()).isZero();
        assertThat(registered(plan)).containsExactly(400, 400);
    }

    @Test
    void thePausedPlanGoesOnAndIsTakenBack() throws SQLException {
        String plan = Version1.made("paused");
        assertThat(plan(plan).get("state").asString()).isEqualTo("PAUSED");

        done(product.post("officer", "/api/plans/" + plan + "/resumption", "{}"));
        assertThat(awaitState(plan, "COMPLETED").get("refused").asInt()).isZero();
        assertThat(registered(plan)).containsExactly(230, 230);

        done(product.post("administrator", "/api/plans/" + plan + "/reversal", "{\"reason\":\"WRONG_ENTRY\"}"));
        JsonNode reversal = awaitState(Plan.undoing(new PlanId(plan)).value(), "COMPLETED");
        assertThat(reversal.get("done").asInt()).as(reversal.toString()).isEqualTo(230);
    }

    @Test
    void theStoppedPlanGoesOnOnceItsStepIsPossible() {
        String plan = Version1.made("stopped");
        done(product.post("officer", "/api/units", """
            {"unit":"ap-4","kind":"HAMLET","name":"Ấp 4","parent":"c-2",
             "instrument":{"number":"02/NQ","signedOn":"2025-05-01"},"effectiveFrom":"2025-05-01"}\
            """));

        done(product.post("officer", "/api/plans/" + plan + "/resumption", "{}"));

        assertThat(awaitState(plan, "COMPLETED").get("done").asInt()).isEqualTo(3);
        product.awaitCaughtUp();
        assertThat(product.json("auditor", "/api/units/ap-4").toString()).contains("Ấp Bốn");
        assertThat(product.json("auditor", "/api/units/c-2").toString()).contains("Long Nguyên Mới");
    }

    @Test
    void theWaitingPlanWaitsAsLongAsTheLedgerHasNoGrants() {
        String plan = Version1.made("waiting");
        for (String account : List.of("officer", "administrator")) {
            HttpResponse<String> refused = product.post(account, "/api/plans/" + plan + "/approval", "{}");
            assertThat(refused.statusCode()).as(account).isEqualTo(422);
            assertThat(refused.body()).contains("ledger-says-who-may-approve");
        }
    }

    @Test
    void personsAreErasedAsBefore() {
        String member = "/api/members/m-binh";
        assertThat(product.get("officer", member).body()).contains("Trần Thị Bình");

        done(product.post(
                "administrator",
                member + "/erasure",
                "{\"basis\":\"REQUEST_OF_THE_SUBJECT\",\"reason\":\"REQUEST_OF_PERSON\"}"));

        product.awaitCaughtUp();
        assertThat(product.get("officer", member).body()).doesNotContain("Bình").contains("[đã xóa theo yêu cầu]");
    }

    @Test
    @Tag("long")
    void aRestoredBackupOfTheKeysBringsNobodyBack() throws IOException, SQLException {
        Path data = Version1.copyTo(folder.resolve("restored"));
        Version1.restoreKeys(data);
        try (ProductClient restored = start(data)) {
            restored.awaitCaughtUp();
            assertThat(restored.get("officer", "/api/members/m-an").body()).contains("Nguyễn Văn An");
            assertThat(restored.get("officer", "/api/members/m-chi").body())
                    .doesNotContain("Lê")
                    .contains("[đã xóa theo yêu cầu]");
            assertThat(restored.get("leader", "/api/households/" + Version1.made("erasedHousehold"))
                            .body())
                    .contains("[đã xóa theo yêu cầu]");
        }
        assertThat(numbers(data.resolve("keys.sqlite"), "SELECT count(*) FROM keys WHERE wrapped = zeroblob(60)"))
                .containsExactly(3);
        assertThat(holding(data, NAMES_OF_THE_ERASED)).isEmpty();
    }

    /** The files of the folder that hold one of the texts as they were typed. */
    private static List<Path> holding(Path data, List<String> texts) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            List<Path> holding = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (texts.stream()
                        .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                        .anyMatch(bytes::contains)) {
                    holding.add(file);
                }
            }
            return holding;
        }
    }

    /** The numbers of households that the plan registered, and of different references among them. */
    private static List<Integer> registered(String plan) throws SQLException {
        return numbers(folder.resolve("data", "ledger.sqlite"), """
            SELECT count(*), count(DISTINCT json_extract(CAST(payload AS TEXT), '$.reference'))
            FROM events JOIN commits ON number = commit_number
            WHERE type = 'household.registered' AND correlation = 'plan-%s'\
            """.formatted(plan));
    }

    private static List<Integer> numbers(Path file, String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            List<Integer> numbers = new ArrayList<>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                numbers.add(row.getInt(column));
            }
            return numbers;
        }
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static JsonNode plan(String plan) {
        return product.json("officer", "/api/plans/" + plan).get("answer");
    }

    private static JsonNode awaitState(String plan, String state) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String answer = "";
        while (System.nanoTime() < deadline) {
            HttpResponse<String> response = product.get("officer", "/api/plans/" + plan);
            answer = response.body();
            if (response.statusCode() == 200
                    && ProductClient.json(response)
                            .at("/answer/state")
                            .asString()
                            .equals(state)) {
                return ProductClient.json(response).get("answer");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        throw new AssertionError("plan " + plan + " is not " + state + ": " + answer);
    }
}
