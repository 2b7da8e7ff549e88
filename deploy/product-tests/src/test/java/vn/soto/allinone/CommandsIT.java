package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.soto.harness.ProductClient;
import vn.soto.harness.Program;

/** Commands over HTTP on an empty ledger: from the first unit to a corrected record, and every kind of refusal. */
@Tag("threads")
@Tag("slow")
final class CommandsIT {

    @TempDir
    private static Path folder;

    @AutoClose
    private static ProductClient product;

    @BeforeAll
    static void start() {
        product = RunningProduct.start(folder.resolve("data"), "--soto.query.read-your-writes-timeout=2m")
                .client();
        unit("p-1", "PROVINCE", "Bình Dương", "\"74\"", null);
        unit("d-1", "DISTRICT", "Bàu Bàng", "\"719\"", "p-1");
        unit("c-1", "COMMUNE", "Lai Uyên", "\"25822\"", "d-1");
        unit("kp-1", "HAMLET", "Ấp 1", null, "c-1");
    }

    private static void unit(String id, String kind, String name, @Nullable String code, @Nullable String parent) {
        HttpResponse<String> answer = product.post("administrator", "/api/units", """
                {"unit":"%s","kind":"%s","name":"%s",%s%s
                 "instrument":{"number":"1/QĐ","signedOn":"2024-01-01"},"effectiveFrom":"2024-01-01"}
                """.formatted(
                        id,
                        kind,
                        name,
                        code == null ? "" : "\"officialCode\":" + code + ",",
                        parent == null ? "" : "\"parent\":\"" + parent + "\","));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static HttpResponse<String> formTeam(String role, String key, String leader) {
        return product.post(role, "/api/teams", """
                {"name":"Tổ CNSCĐ ấp 1","foundingDecision":{"number":"12/QĐ-UBND","signedOn":"2024-11-01"},
                 "coverage":["kp-1"],"leader":"%s","effectiveFrom":"2024-11-01",
                 "members":[{"member":"00000000-0000-4000-8000-000000000001","organisation":"NEIGHBOURHOOD_HEAD"},
                            {"member":"00000000-0000-4000-8000-000000000002","organisation":"YOUTH_UNION"},
                            {"member":"00000000-0000-4000-8000-000000000003","organisation":"WOMENS_UNION"}]}
                """.formatted(leader), "Idempotency-Key", key);
    }

    @Test
    void oneHouseholdFromRegistrationToACorrectedRecord() {
        String team = UUID.randomUUID().toString();
        JsonNode formed = ProductClient.json(formTeam("officer", team, "00000000-0000-4000-8000-000000000001"));
        assertThat(formed.get("created").toString()).contains(team);
        String household =
                created(product.post("leader", "/api/households", "{\"unit\":\"kp-1\",\"reference\":\"H-001\"}"));
        String responsible =
                "{\"team\":\"%s\",\"member\":\"00000000-0000-4000-8000-000000000002\",\"effectiveFrom\":\"2024-11-02\"}"
                        .formatted(team);
        assertThat(product.post("leader", "/api/households/" + household + "/assignment", responsible)
                        .statusCode())
                .isEqualTo(201);
        String help =
                created(product.post("member", "/api/assistances", help(team, household, "2024-11-05T02:00:00Z")));
        HttpResponse<String> corrected = product.post("leader", "/api/assistances/" + help + "/correction", """
                {"content":{"services":["passport"],"channel":"HOME_VISIT","mode":"DEMONSTRATED",
                            "outcome":"PARTLY","occurredAt":"2024-11-05T02:00:00Z"},
                 "reason":"WRONG_ENTRY","reasonText":"Ghi nhầm dịch vụ của nhà bên"}""");
        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(201);

        long commit = ProductClient.json(corrected).get("commit").asLong();
        String timeline = "/api/teams/" + team + "/timeline?atLeast=" + commit;
        assertThat(product.json("auditor", timeline).toString())
                .contains("assistance.recorded", "assistance.corrected", "\"WRONG_ENTRY\"", "\"leader\"")
                .doesNotContain("của nhà bên");
        assertThat(product.json("officer", timeline).toString()).contains("Ghi nhầm dịch vụ của nhà bên");
    }

    /**
     * Personal data with the keys of a real folder: sealed by one side, opened by the other. A ledger without grants accepts nothing that
     * takes two persons, so the erasure waits.
     */
    @Test
    void whoAskedIsShownToThoseWhoAnswer() {
        String request = "/api/requests/" + created(product.post("member", "/api/requests", """
                {"unit":"kp-1","source":"HOTLINE","topics":["VNEID"],"receivedOn":"2024-11-05",
                 "requesterName":"Phạm Văn Hải","phone":"0274 3822 333"}"""));
        assertThat(seen("leader", request)).contains("Phạm Văn Hải", "02743822333");
        assertThat(seen("auditor", request)).doesNotContain("Phạm", "3822333").contains("[đã giữ kín]");

        String erasure = "{\"basis\":\"REQUEST_OF_THE_SUBJECT\",\"reason\":\"REQUEST_OF_PERSON\"}";
        assertProblem(product.post("officer", request + "/erasure", erasure), 403, "not-allowed");
        String key = UUID.randomUUID().toString();
        JsonNode waits = waiting(product.post("administrator", request + "/erasure", erasure, "Idempotency-Key", key));
        HttpResponse<String> again =
                product.post("administrator", request + "/erasure", erasure, "Idempotency-Key", key);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(ProductClient.json(again).get("plan").asString()).isEqualTo(key);
        assertThat(waits.at("/approval/roles/0").asString()).isEqualTo("ADMINISTRATOR");
        assertThat(waits.at("/approval/text").asString()).contains("quản trị viên phải duyệt");
        String plan = "/api/plans/" + waits.get("plan").asString();
        assertThat(product.json(
                                "member",
                                plan + "?atLeast=" + waits.get("commit").asLong())
                        .at("/answer/approval/text"))
                .isEqualTo(waits.at("/approval/text"));
        assertProblem(product.post("administrator-2", plan + "/approval", "{}"), 422, "ledger-says-who-may-approve");
        assertThat(seen("leader", request)).contains("Phạm Văn Hải");
    }

    private static JsonNode waiting(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonNode plan = ProductClient.json(answer);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/api/plans/" + plan.get("plan").asString());
        return plan;
    }

    /** Names of the product's own are closed to clients, wherever they can name an id. */
    @Test
    void idsAndCorrelationsOfTheProductsOwnAreRefused() {
        String own = "019a0000-0000-8000-8000-000000000001";
        String household = "{\"unit\":\"kp-1\",\"reference\":\"A-8\"}";

        assertReserved(
                product.post("officer", "/api/households", household, "Idempotency-Key", own), "Idempotency-Key");
        assertReserved(
                product.post("officer", "/api/households", household, "Correlation-Id", "plan-1"), "Correlation-Id");
        assertReserved(
                product.post("officer", "/api/households", household.replace("{", "{\"household\":\"" + own + "\",")),
                "household");
        assertReserved(
                product.post(
                        "officer",
                        "/api/plans",
                        "{\"name\":\"register-household\",\"payload\":" + household + "}",
                        "Idempotency-Key",
                        own),
                "Idempotency-Key");
    }

    private static void assertReserved(HttpResponse<String> answer, String field) {
        assertProblem(answer, 400, "bad-input");
        assertThat(ProductClient.json(answer).get("field").asString()).isEqualTo(field);
    }

    /** Only a proposal waits without taking a place of those under way. */
    @Test
    void thoseWhoMayNotReorganiseMayOnlyPropose() {
        String step = "{\"name\":\"receive-support-request\",\"payload\":"
                + "{\"unit\":\"kp-1\",\"source\":\"HOTLINE\",\"topics\":[\"VNEID\"],\"receivedOn\":\"2024-11-05\"}}";

        for (String kind : List.of("hand-over", "reorganisation")) {
            assertProblem(product.post("member", "/api/plans?kind=" + kind, step), 403, "not-allowed");
        }
        JsonNode waits = waiting(product.post("member", "/api/plans", step));
        assertThat(waits.at("/approval/roles").size()).isEqualTo(2);
    }

    /** Not even as a plan for something else, which an officer may send. */
    @Test
    void noPlanOfCommandsAcceptsMoreReportsThanASampleHas() {
        String accepts = "{\"name\":\"accept-quarterly-report\",\"payload\":"
                + "{\"team\":\"t-%d\",\"quarter\":\"2024-Q4\",\"content\":\"" + "0".repeat(64) + "\"}}\n";
        String four = IntStream.range(0, 4).mapToObj(accepts::formatted).collect(Collectors.joining());

        assertProblem(
                product.post("officer", "/api/plans?kind=hand-over", four),
                422,
                "reports-accepted-together-rest-on-a-sample");
    }

    /** Reads as of the present tail of the ledger. */
    private static String seen(String role, String uri) {
        long end = product.json(role, "/api/units").at("/freshness/ledger").asLong();
        return product.json(role, uri + "?atLeast=" + end).toString();
    }

    @Test
    void aRepeatGetsTheFirstOutcome() {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = formTeam("officer", key, "00000000-0000-4000-8000-000000000001");
        HttpResponse<String> again = formTeam("officer", key, "00000000-0000-4000-8000-000000000001");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(ProductClient.json(again).get("commit"))
                .isEqualTo(ProductClient.json(first).get("commit"));
        assertThat(ProductClient.json(again).get("repeat").asBoolean()).isTrue();
    }

    @Test
    void anIdUsedForAnotherCommandOrByAnotherPersonIsRefused() {
        String key = UUID.randomUUID().toString();
        formTeam("officer", key, "00000000-0000-4000-8000-000000000001");

        assertProblem(formTeam("officer", key, "00000000-0000-4000-8000-000000000002"), 409, "command-id-reused");
        assertProblem(formTeam("administrator", key, "00000000-0000-4000-8000-000000000001"), 409, "command-id-reused");
    }

    @Test
    void aBrokenRuleSaysWhichAndWhatToDo() {
        HttpResponse<String> refused =
                formTeam("officer", UUID.randomUUID().toString(), "00000000-0000-4000-8000-000000000009");

        assertThat(refused.statusCode()).isEqualTo(422);
        JsonNode problem = ProductClient.json(refused);
        assertThat(problem.get("rule").asString()).isNotEmpty();
        assertThat(problem.get("detail").asString()).matches(".*[ảấầậắằặẻẽẹếềệỉịỏọốồộớờợủụứừựỳỵ].*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"unit\":\"kp-1\"}                                     | reference | 400",
                "{\"unit\":\"kp-1\",\"reference\":\"A\",\"name\":\"B\"}  | name      | 400",
                "{\"unit\":7,\"reference\":\"A\"}                        | unit      | 400",
                "{\"unit\":\"KP 1!\",\"reference\":\"A\"}                | unit      | 400"
            })
    void aWrongFieldIsNamed(String body, String field, int status) {
        HttpResponse<String> answer = product.post("officer", "/api/households", body);

        assertProblem(answer, status, "bad-input");
        assertThat(ProductClient.json(answer).get("field").asString()).isEqualTo(field);
    }

    @Test
    void noJsonNoUuidNoContentTypeAreRefusedClearly() {
        assertProblem(product.post("officer", "/api/households", "{"), 400, "bad-input");
        assertThat(product.post("officer", "/api/households", "{\"unit\":\"kp-1\",\"reference\":\"A1\\ud800\"}")
                        .statusCode())
                .as("half a character")
                .isEqualTo(422);
        assertProblem(product.post("officer", "/api/households", "{}", "Idempotency-Key", "7"), 400, "bad-input");
        assertThat(product.send(HttpRequest.newBuilder(URI.create(product.address() + "/api/households"))
                                .header("Authorization", "Basic b2ZmaWNlcjp3cm9uZw==")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatTheAddressSaysMayBeLeftOutButNotContradicted() {
        HttpResponse<String> differs = product.post("officer", "/api/teams/t-1/leader", """
                {"team":"t-2","member":"00000000-0000-4000-8000-000000000001","effectiveFrom":"2024-11-02"}""");

        assertProblem(differs, 400, "bad-input");
        assertThat(ProductClient.json(differs).get("field").asString()).isEqualTo("team");
        assertProblem(product.post("officer", "/api/teams/t-1/leader", """
                {"team":"t-1","member":"00000000-0000-4000-8000-000000000001","effectiveFrom":"2024-11-02"}"""), 404, "absent");
    }

    @Test
    void aCommandThatNeedsNoContentIsTakenWithoutAnyButNotWithoutItsType() {
        String report = "/api/teams/t-1/reports/2024-Q3";
        assertProblem(
                product.send(product.request("leader", report, "Content-Type", "application/json")
                        .POST(BodyPublishers.noBody())),
                404,
                "absent");
        assertProblem(
                product.send(product.request("leader", "/api/households", "Content-Type", "application/json")
                        .POST(BodyPublishers.noBody())),
                400,
                "bad-input");
        assertProblem(
                product.send(product.request("leader", report).POST(BodyPublishers.noBody())), 415, "content-type");
    }

    @Test
    void anOversizeBodyIsRefused() {
        String body = "{\"unit\":\"kp-1\",\"reference\":\"" + "x".repeat(2_000_000) + "\"}";

        assertProblem(product.post("officer", "/api/households", body), 413, "too-large");
    }

    @Test
    void nobodyWritesWithoutAnAccountOrARole() {
        assertProblem(product.post("", "/api/households", "{}"), 401, "unauthenticated");
        assertProblem(
                product.post("auditor", "/api/households", "{\"unit\":\"kp-1\",\"reference\":\"A\"}"),
                403,
                "not-allowed");
        assertProblem(
                product.post("member", "/api/households", "{\"unit\":\"kp-1\",\"reference\":\"A\"}"),
                403,
                "not-allowed");
    }

    @Test
    void problemsAreVietnameseUnlessEnglishIsAsked() {
        HttpResponse<String> vietnamese =
                product.post("auditor", "/api/households", "{\"unit\":\"kp-1\",\"reference\":\"A\"}");
        HttpResponse<String> english = product.post(
                "auditor", "/api/households", "{\"unit\":\"kp-1\",\"reference\":\"A\"}", "Accept-Language", "en");

        assertThat(vietnamese.body()).contains("Không có quyền");
        assertThat(english.body()).contains("Not allowed");
    }

    /**
     * An unacceptable response format is refused before the command runs; otherwise the client, unable to read the
     * answer, would send it again.
     */
    @Test
    void aCommandWhoseAnswerCannotBeReadIsNotCarriedOut() {
        String household = "{\"unit\":\"kp-1\",\"reference\":\"H-406\"}";
        long before =
                product.json("auditor", "/api/units").at("/freshness/ledger").asLong();

        assertProblem(product.post("officer", "/api/households", household, "Accept", "image/png"), 406, "answer-type");

        assertThat(product.json("auditor", "/api/units").at("/freshness/ledger").asLong())
                .isEqualTo(before);
    }

    /** The demo's own file: all units of Bình Dương as of 2024, sent twice, then with a fault. */
    @Test
    void aFileOfUnitsIsEstablishedOnceHoweverOftenItIsSent() throws IOException {
        String file = Files.readString(
                Program.root().resolve("deploy/demo/src/main/resources/vn/soto/demo/units-binh-duong-2024.csv"));

        JsonNode first = ProductClient.json(csv("administrator", file));
        assertThat(first.get("steps").asInt()).as(first.toString()).isEqualTo(101);
        JsonNode again = ProductClient.json(csv("administrator", file));
        assertThat(again.get("repeat").asBoolean()).as(again.toString()).isTrue();
        assertThat(again.get("commit")).isEqualTo(first.get("commit"));
        JsonNode wrong = ProductClient.json(csv("administrator", file.replace("bd-101,commune", "bd-101,kingdom")));
        assertThat(wrong.get("status").asInt()).as(wrong.toString()).isEqualTo(422);
        assertThat(wrong.at("/faults/0/row").asInt()).as(wrong.toString()).isEqualTo(104);
        assertThat(wrong.at("/faults/0/column").asString()).isEqualTo("kind");
        assertProblem(csv("administrator", "a;b\n1;2\n"), 422, "malformed-file");
        assertProblem(csv("member", file), 403, "not-allowed");
    }

    private static HttpResponse<String> csv(String role, String file) {
        return product.send(product.request(role, "/api/imports/units")
                .header("Content-Type", "text/csv; charset=utf-8")
                .POST(BodyPublishers.ofString(file)));
    }

    @Test
    void anUnknownAddressIsAProblemToo() {
        assertProblem(product.post("officer", "/api/nothing", "{}"), 404, "no-such-address");
        assertProblem(product.get("auditor", "/nothing"), 404, "no-such-address");
        assertProblem(product.get("auditor", "/api/assistances"), 405, "method");
        assertProblem(
                product.send(product.request("officer", "/api/households")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("x"))),
                415,
                "content-type");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertProblem(
                product.post("leader", "/api/assistances/nothing/void", "{\"reason\":\"WRONG_ENTRY\"}"), 404, "absent");
        assertProblem(
                product.post("leader", "/api/assistances/kp-1/void", "{\"reason\":\"WRONG_ENTRY\"}"), 404, "absent");
        assertProblem(product.post("officer", "/api/households/kp-1/assignment", """
                {"team":"kp-1","member":"00000000-0000-4000-8000-000000000001","effectiveFrom":"2024-11-02"}"""), 404, "absent");
    }

    private static String help(String team, String household, String occurredAt) {
        return """
                {"team":"%s","household":"%s","helpers":["00000000-0000-4000-8000-000000000002"],"reason":"OFFLINE",
                 "content":{"services":["vneid-level-2"],"channel":"HOME_VISIT","mode":"SELF_PERFORMED",
                            "outcome":"DONE","occurredAt":"%s"}}""".formatted(team, household, occurredAt);
    }

    private static String created(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return ProductClient.json(answer).get("command").asString();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = ProductClient.json(answer);
        assertThat(problem.get("type").asString()).isEqualTo("urn:soto:problem:" + code);
        assertThat(problem.get("title").asString()).isNotEmpty();
        assertThat(problem.get("detail").asString()).isNotEmpty();
    }
}
