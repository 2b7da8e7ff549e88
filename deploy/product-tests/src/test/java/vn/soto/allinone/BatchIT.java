package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.harness.ProductClient;

/** A batch from a phone that was offline: one command and one result per line. */
@Tag("threads")
@Tag("slow")
final class BatchIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 500;

    /** Of phones that send beside a full batch; at length theirs are full, too. */
    private static final int OTHERS = Boolean.getBoolean("soto.long") ? MOST : 50;

    private static final AtomicInteger REFERENCES = new AtomicInteger();

    @TempDir
    private static Path folder;

    @AutoClose
    private static ProductClient product;

    @BeforeAll
    static void start() {
        product = RunningProduct.start(folder.resolve("data")).client();
        assertThat(statuses(send(
                        "administrator",
                        List.of(
                                unit("p-1", "PROVINCE", "\"officialCode\":\"74\","),
                                unit("d-1", "DISTRICT", "\"officialCode\":\"719\",\"parent\":\"p-1\","),
                                unit("c-1", "COMMUNE", "\"officialCode\":\"25822\",\"parent\":\"d-1\","),
                                unit("kp-1", "HAMLET", "\"parent\":\"c-1\",")))))
                .containsOnly("done");
    }

    @Test
    void linesAreDoneInTheirOrderAndToldInTheirOrder() {
        UUID team = UUID.randomUUID();
        UUID household = UUID.randomUUID();
        List<String> lines = List.of(
                line(team, "form-team", """
                        {"name":"Tổ lô 1","foundingDecision":{"number":"1/QĐ","signedOn":"2024-01-01"},"coverage":["kp-1"],"leader":"00000000-0000-4000-8000-000000000001","members":[{"member":"00000000-0000-4000-8000-000000000001","organisation":"TEACHER"},{"member":"00000000-0000-4000-8000-000000000002","organisation":"TEACHER"},{"member":"00000000-0000-4000-8000-000000000003","organisation":"TEACHER"}],"effectiveFrom":"2024-01-01"}"""),
                line(household, "register-household", "{\"unit\":\"kp-1\",\"reference\":\"L-1\"}"),
                line(UUID.randomUUID(), "assign-household", """
                        {"household":"%s","team":"%s","member":"00000000-0000-4000-8000-000000000002","effectiveFrom":"2024-02-01"}""".formatted(household, team)));

        List<JsonNode> first = send("officer", lines);
        List<JsonNode> again = send("officer", lines);

        assertThat(statuses(first)).containsExactly("done", "done", "done");
        assertThat(statuses(again)).containsExactly("repeat", "repeat", "repeat");
        assertThat(first).extracting(answer -> answer.get("line").asInt()).containsExactly(1, 2, 3);
        assertThat(first.get(2).get("commit").asLong())
                .as("the assignment comes after the team and the household it names")
                .isGreaterThan(first.get(0).get("commit").asLong())
                .isGreaterThan(first.get(1).get("commit").asLong());
        assertThat(again)
                .extracting(answer -> answer.get("commit"))
                .isEqualTo(first.stream().map(answer -> answer.get("commit")).toList());
    }

    @Test
    void eachLineThatIsNotDoneSaysWhyInTheReadersLanguage() {
        List<String> lines = List.of(
                household(UUID.randomUUID(), "khong-co"),
                line(UUID.randomUUID(), "register-household", "{\"unit\":\"kp-1\"}"),
                line(UUID.randomUUID(), "adopt-policy", "{}"),
                line(UUID.randomUUID(), "register-household", "{\"unit\":\"c-1\",\"reference\":\"L-2\"}"),
                "không phải JSON",
                household(UUID.randomUUID(), "kp-1"));

        List<JsonNode> answers = send("leader", lines);
        List<JsonNode> english = send("leader", lines.subList(1, 2), "Accept-Language", "en");

        assertThat(statuses(answers))
                .containsExactly("absent", "bad-input", "not-allowed", "refused", "bad-input", "done");
        assertThat(answers.get(1).get("field").asString()).isEqualTo("reference");
        assertThat(answers.get(1).get("detail").asString()).contains("Còn thiếu mục");
        assertThat(english.getFirst().get("detail").asString()).contains("is missing");
        assertThat(answers.get(3).get("rule").asString()).isEqualTo("HOUSEHOLD_LIVES_IN_A_RESIDENTIAL_UNIT");
        assertThat(answers.get(3).get("problem").asString()).isEqualTo("household-lives-in-a-residential-unit");
        assertThat(answers.get(4).has("id")).isFalse();
        assertThat(answers.get(4).get("line").asInt()).isEqualTo(5);
    }

    /** The session of somebody else at the same phone. */
    @Test
    void aBatchOfAnotherAccountIsRefusedAsAWhole() {
        List<String> lines = households(1);
        long before = tail();

        assertThat(post("officer", lines, "Soto-Account", "leader")).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("urn:soto:problem:another-account");
        });
        assertThat(tail()).isEqualTo(before);
        assertThat(statuses(send("officer", lines, "Soto-Account", "officer"))).containsExactly("done");
    }

    /** Nothing that was kept on a lost phone is taken until the phone is unlocked. */
    @Test
    void whatWasEnteredOnALockedDeviceIsRefusedUntilItIsUnlocked() {
        List<String> lines = households(2);
        assertThat(device("viewer", "phone-1/lock"))
                .as("only the account or an administrator")
                .isEqualTo(404);
        assertThat(device("administrator", "phone-1/lock"))
                .as("it was never heard from")
                .isEqualTo(404);
        assertThat(device("leader", "phone-1/lock")).isEqualTo(200);

        List<JsonNode> refused = send("leader", lines);
        assertThat(statuses(refused)).containsExactly("refused", "refused");
        assertThat(refused.getFirst().get("rule").asString()).isEqualTo("DEVICE_IS_NOT_LOCKED");
        assertThat(refused.getFirst().get("detail").asString()).contains("Máy đã khóa");
        assertThat(statuses(send("officer", households(1))))
                .as("another account's")
                .containsExactly("done");

        assertThat(product.send(product.request("leader", "/api/me/devices/phone-1")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"waiting\":2}")))
                        .body())
                .contains("\"locked\":true");
        assertThat(device("administrator", "phone-1/unlock")).isEqualTo(200);
        assertThat(statuses(send("leader", lines))).containsExactly("done", "done");
    }

    private static int device(String role, String act) {
        return product.send(product.request(role, "/api/accounts/leader/devices/" + act)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")))
                .statusCode();
    }

    @Test
    void tooMuchIsRefusedAsAWholeBeforeAnythingIsDone() {
        List<String> lines = households(MOST + 1);
        long before = tail();

        HttpResponse<String> many = post("officer", lines);
        HttpResponse<String> large = post("officer", List.of("x".repeat(1_100_000)));

        assertThat(many.statusCode()).isEqualTo(413);
        assertThat(ProductClient.json(many).get("type").asString()).isEqualTo("urn:soto:problem:batch-too-large");
        assertThat(ProductClient.json(many).get("detail").asString()).contains("500");
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(tail()).isEqualTo(before);
    }

    @Test
    void onlyBatchesAreTakenHere() {
        assertThat(product.post("officer", "/api/commands", "{}").statusCode()).isEqualTo(415);
        assertThat(product.get("officer", "/api/commands").body()).contains("\"commands\":[");
        assertThat(post("", List.of()).statusCode()).isEqualTo(401);
        assertThat(send("officer", List.of())).isEmpty();
    }

    @Test
    @Tag("long")
    void fullBatchesAreTakenWhileOthersWork() throws Exception {
        List<List<String>> phones =
                Stream.of(MOST, OTHERS, OTHERS).map(count -> households(count)).toList();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<List<JsonNode>>> sending = new ArrayList<>();
            phones.forEach(lines -> sending.add(() -> send("officer", lines)));
            Future<Integer> alone = executor.submit(
                    () -> product.post("officer", "/api/households", "{\"unit\":\"kp-1\",\"reference\":\"L-9\"}")
                            .statusCode());
            for (Future<List<JsonNode>> phone : executor.invokeAll(sending)) {
                assertThat(statuses(phone.get()))
                        .hasSizeGreaterThanOrEqualTo(OTHERS)
                        .containsOnly("done");
            }
            assertThat(alone.get()).isEqualTo(201);
        }
        assertThat(statuses(send("officer", phones.getFirst()))).containsOnly("repeat");
    }

    /** The connection breaks after some results; the second attempt completes the rest and duplicates nothing. */
    @Test
    void aCutConnectionLosesNothingAndDoublesNothing() throws IOException {
        List<String> lines = households(MOST);
        long before = tail();

        int heard = sendAndHangUp(lines, 10);
        List<JsonNode> again = send("officer", lines);

        assertThat(heard).isEqualTo(10);
        assertThat(statuses(again)).hasSize(MOST).allMatch(status -> status.equals("done") || status.equals("repeat"));
        assertThat(statuses(again.subList(0, 10))).containsOnly("repeat");
        assertThat(again).extracting(answer -> answer.get("commit").asLong()).doesNotHaveDuplicates();
        assertThat(tail()).isEqualTo(before + MOST);
    }

    private static int sendAndHangUp(List<String> lines, int answers) throws IOException {
        byte[] body = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        String credentials = Base64.getEncoder()
                .encodeToString(("officer:" + product.password("officer")).getBytes(StandardCharsets.UTF_8));
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), product.address().getPort())) {
            socket.getOutputStream()
                    .write(
                            "POST /api/commands HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic %s\r\nContent-Type: application/x-ndjson\r\nContent-Length: %d\r\n\r\n"
                                    .formatted(credentials, body.length)
                                    .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            int heard = 0;
            for (String line = reader.readLine(); line != null && heard < answers; line = reader.readLine()) {
                heard += line.contains("\"status\":\"done\"") ? 1 : 0;
            }
            return heard;
        }
    }

    private static long tail() {
        return product.json("auditor", "/api/units").at("/freshness/ledger").asLong();
    }

    private static List<JsonNode> send(String role, List<String> lines, String... headers) {
        HttpResponse<String> answer = post(role, lines, headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().map(JSON::readTree).toList();
    }

    private static HttpResponse<String> post(String role, List<String> lines, String... headers) {
        return product.send(product.request(role, "/api/commands", headers)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(String.join("\n", lines))));
    }

    private static List<String> statuses(List<JsonNode> answers) {
        return answers.stream().map(answer -> answer.get("status").asString()).toList();
    }

    private static List<String> households(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> household(UUID.randomUUID(), "kp-1"))
                .toList();
    }

    private static String household(UUID id, String unit) {
        return line(
                id,
                "register-household",
                "{\"unit\":\"%s\",\"reference\":\"LO-%d\"}".formatted(unit, REFERENCES.incrementAndGet()));
    }

    private static String unit(String id, String kind, String more) {
        return line(UUID.randomUUID(), "establish-unit", """
                {"unit":"%s","kind":"%s","name":"%s",%s"instrument":{"number":"1/QĐ","signedOn":"2024-01-01"},"effectiveFrom":"2024-01-01"}""".formatted(id, kind, id, more));
    }

    private static String line(UUID id, String name, String payload) {
        return "{\"id\":\"%s\",\"name\":\"%s\",\"payload\":%s,\"occurredAt\":\"2024-03-01T01:00:00Z\",\"device\":\"phone-1\"}"
                .formatted(id, name, payload);
    }
}
