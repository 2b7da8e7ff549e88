package vn.soto.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.e2e.attack.ApiDescription.Operation;
import vn.soto.e2e.attack.AttackedProduct.Stored;
import vn.soto.e2e.attack.RequestFuzzer.Request;
import vn.soto.harness.Version1;

/**
 * Right, nearly right and hostile requests to every operation that the product describes. It breaks at none, names
 * faults in its own form, stores nothing with a refusal, and writes no long line into its log. {@code -Dsoto.long=true}
 * sends 200,000, {@code -Dsoto.fuzz.seed} others, {@code -Dsoto.fuzz.requests} any number.
 */
@Tag("processes")
@Order(1)
@ResourceLock(AttackedProduct.LOCK)
final class FuzzIT {

    private static final long SEED = Long.getLong("soto.fuzz.seed", 20_260_701L);
    private static final int REQUESTS =
            Integer.getInteger("soto.fuzz.requests", Boolean.getBoolean("soto.long") ? 200_000 : 120);
    /** So many requests to each operation reach all of them. */
    private static final int CERTAIN = 6;

    private static final int LARGEST_REFUSAL = 16_384;
    private static final int LARGEST_ANSWER = 2_097_152;
    private static final int MOST_FAULTS = 20;
    /** A class, a stack, a framework: nobody outside needs it. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\tat |\\w(Exception|Error):|vn\\.soto\\.|org\\.spring|io\\.netty|tools\\.jackson|SQLITE_");

    private static final Duration HANG = Duration.ofMinutes(2);
    private static final int LONGEST_LINE = 1_024;
    private static final Set<Integer> OF_THE_PROTOCOL = Set.of(400, 408, 413, 414, 417, 431, 501, 505);
    /** Answered before the headers are read, and so in Vietnamese. */
    private static final Set<Integer> TOO_LONG = Set.of(414, 431);

    private static final JsonMapper JSON = new JsonMapper();

    private final Set<Operation> reached = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new HashMap<>();

    @Test
    void noRequestBreaksItOrLeavesATrace() throws IOException {
        try (AttackedProduct attacked = AttackedProduct.open()) {
            ApiDescription api = fuzz(attacked, REQUESTS);

            // One or none to each operation does not reach it for certain: RolesIT does.
            if (REQUESTS >= CERTAIN * api.operations().size()) {
                assertThat(reached).as("operations that took a request").hasSameSizeAs(api.operations());
            }
            assertThat(statuses.keySet()).as(statuses.toString()).contains(200, 201, 400, 401, 403, 404, 422);
        }
    }

    /** The ids are those of the whole ledger, so that each account asks inside, beside and above its own area. */
    @Test
    @Tag("long")
    void whoHasAnAreaBreaksNothingInsideBesideOrAboveIt(@TempDir Path folder) throws IOException {
        try (AttackedProduct attacked = AttackedProduct.withAreas(folder.resolve("data"))) {
            ApiDescription api = described(attacked);
            IdsOfOthers ids = new IdsOfOthers(
                    attacked.product(), api, new FuzzedValues(new SplittableRandom(SEED), api, Version1.answers()));
            ids.assertTellNothingTo(AttackedProduct.WITHOUT_RIGHTS);

            fuzz(attacked, REQUESTS / 5);

            assertThat(statuses.keySet()).as(statuses.toString()).contains(200, 400, 401, 403, 404);
            Set<String> unseen = new HashSet<>(AttackedProduct.withRights());
            long begun = System.nanoTime();
            while (!unseen.isEmpty()) {
                String register = attacked.product()
                        .get("auditor", "/api/refused-access?limit=200")
                        .body();
                unseen.removeIf(account -> register.contains("\"account\":\"" + account + "\""));
                assertThat(Duration.ofNanos(System.nanoTime() - begun))
                        .as("accounts of which no refusal is in the register: %s", unseen)
                        .isLessThan(HANG);
            }
        }
    }

    private static ApiDescription described(AttackedProduct attacked) {
        return ApiDescription.parse(
                attacked.product().get("auditor", "/api/openapi.json").body());
    }

    private ApiDescription fuzz(AttackedProduct attacked, int requests) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        ApiDescription api = described(attacked);
        RequestFuzzer fuzzer = new RequestFuzzer(
                random,
                api.operations(),
                new FuzzedValues(random, api, Version1.answers()),
                attacked.product().passwords());
        long before = attacked.product().output().lines().count();
        try (RawHttp client = new RawHttp(attacked.product().address())) {
            Stored stored = attacked.stored();
            for (int i = 0; i < requests; i++) {
                stored = collect(attacked, client, fuzzer.next(), stored, i);
            }
        }
        assertThat(faults).isEmpty();
        assertThat(attacked.product().output().lines().skip(before))
                .noneMatch(line -> line.getBytes(StandardCharsets.UTF_8).length > LONGEST_LINE)
                .noneMatch(line -> line.startsWith("\tat ") || line.startsWith("Caused by:"));
        assertThat(attacked.product().get("", "/actuator/health").statusCode()).isEqualTo(200);
        return api;
    }

    /** Goes on after a fault, so that one run tells of several. */
    private Stored collect(AttackedProduct attacked, RawHttp client, Request request, Stored before, int number)
            throws IOException {
        try {
            return attack(attacked, client, request, before, number);
        } catch (AssertionError e) {
            faults.add(String.valueOf(e.getMessage()));
            assertThat(faults).hasSizeLessThan(MOST_FAULTS);
            return attacked.stored();
        }
    }

    private Stored attack(AttackedProduct attacked, RawHttp client, Request request, Stored before, int number)
            throws IOException {
        String what = "request %d of seed %d: %s".formatted(number, SEED, request);
        RawHttp.Answer answer;
        try {
            answer = client.send(request.bytes());
        } catch (IOException e) {
            throw new IOException(
                    "no answer to " + what + "\n" + attacked.product().output(), e);
        }
        statuses.merge(answer.status(), 1, Integer::sum);
        if (answer.status() < 400) {
            assertThat(answer.raw()).as(what).hasSizeLessThan(LARGEST_ANSWER);
            return accepted(attacked, request, before);
        }
        if (request.wellFormed()) {
            reached.add(request.operation());
        }
        assertRefused(request, answer, what);
        Stored after = attacked.stored();
        assertThat(after).as(what + " answered " + answer.text()).isEqualTo(before);
        return after;
    }

    private Stored accepted(AttackedProduct attacked, Request request, Stored before) {
        reached.add(request.operation());
        if (request.method().equals("POST")) {
            if (request.operation().path().matches(".*/(plans|imports|hand-over|retention|projections).*")) {
                attacked.awaitPlans();
            }
            return attacked.stored();
        }
        assertThat(attacked.stored()).as("a query, " + request).isEqualTo(before);
        return before;
    }

    private static void assertRefused(Request request, RawHttp.Answer answer, String what) {
        String told = what + "\nanswered " + answer.status() + " " + answer.headers() + "\n" + answer.text();
        assertThat(answer.status())
                .as(told)
                .matches(status -> status < 500 || status == 503 || status == 501 || status == 505);
        assertThat(answer.raw()).as(told).hasSizeLessThan(LARGEST_REFUSAL);
        assertThat(answer.text()).as(told).doesNotContainPattern(INSIDE);
        if (answer.raw().isEmpty()) {
            boolean ofTheProtocol = !request.wellFormed() && OF_THE_PROTOCOL.contains(answer.status());
            assertThat(ofTheProtocol || request.method().equals("HEAD"))
                    .as(told)
                    .isTrue();
            return;
        }
        JsonNode problem = problem(answer, told);
        assertThat(answer.header("content-type")).as(told).startsWith("application/problem+json");
        assertThat(problem.path("type").asString("")).as(told).matches("urn:soto:problem:[a-z0-9-]+");
        assertThat(problem.path("status").asInt(0)).as(told).isEqualTo(answer.status());
        assertThat(problem.path("detail").asString("")).as(told).isNotBlank();
        String title = problem.path("title").asString("");
        assertThat(title).as(told).isNotBlank();
        if (request.wellFormed() && !request.language().equals("?") && !TOO_LONG.contains(answer.status())) {
            assertThat(title.chars().allMatch(character -> character < 128))
                    .as(told)
                    .isEqualTo(request.language().equals("en"));
        }
        if (answer.status() == 503) {
            assertThat(answer.header("retry-after")).as(told).matches("\\d+");
        }
    }

    private static JsonNode problem(RawHttp.Answer answer, String told) {
        try {
            return JSON.readTree(answer.text());
        } catch (JacksonException e) {
            throw new AssertionError(told, e);
        }
    }
}
