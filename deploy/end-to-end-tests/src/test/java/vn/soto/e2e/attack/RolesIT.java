package vn.soto.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import vn.soto.e2e.attack.ApiDescription.Operation;
import vn.soto.e2e.attack.AttackedProduct.Stored;
import vn.soto.harness.ProductClient;

/**
 * Every role, and nobody, at every operation of the description. Without sign-in the answer is 401, for a role without
 * the right 403, and otherwise it does not depend on the role. No call stores anything.
 */
@Tag("processes")
@ResourceLock(AttackedProduct.LOCK)
final class RolesIT {

    private static final boolean LONG = Boolean.getBoolean("soto.long");
    private static final String NOBODY = "";
    private static final List<String> ROLES =
            List.of("administrator", "officer", "leader", "member", "auditor", NOBODY);
    private static final Set<String> ADMINISTRATOR = Set.of("administrator");
    private static final Set<String> OFFICERS = Set.of("administrator", "officer");
    private static final Set<String> LEADERS = Set.of("administrator", "officer", "leader");
    private static final Set<String> EVERYBODY = Set.of("administrator", "officer", "leader", "member", "auditor");

    /** The headers of every answer; {@code SecurityHeadersIT} has their values. */
    private static final Set<String> HEADERS = Set.of(
            "content-security-policy",
            "permissions-policy",
            "referrer-policy",
            "cross-origin-opener-policy",
            "x-content-type-options",
            "cache-control");

    /** A command for administrators alone, in the form of a batch and of a plan. */
    private static final String LINE =
            "{\"id\":\"01960000-0000-7000-8000-000000000001\",\"name\":\"adopt-policy\",\"payload\":{}}\n";

    /**
     * Operations that take several commands. A batch is taken from everybody and each of its lines answered.
     */
    private static final Map<String, Set<String>> OTHERS = Map.of(
            "/api/commands", EVERYBODY,
            "/api/plans", ADMINISTRATOR,
            "/api/imports/{kind}", OFFICERS,
            "/api/imports/reorganisations", OFFICERS,
            "/api/imports/{kind}/left-out", OFFICERS,
            "/api/teams/{team}/members/{member}/hand-over", LEADERS,
            "/api/report-samples/{sample}/acceptance", OFFICERS,
            "/api/retention", ADMINISTRATOR);

    @AutoClose
    private static AttackedProduct attacked;

    private static ApiDescription api;

    @BeforeAll
    static void start() {
        attacked = AttackedProduct.open();
        api = ApiDescription.parse(
                attacked.product().get("auditor", "/api/openapi.json").body());
    }

    @Test
    void everyOperationIsForWhomTheDescriptionNames() {
        List<Operation> operations = api.operations();
        assertThat(operations).hasSizeGreaterThan(120);
        List<String> mismatches = new ArrayList<>();
        Stored before = attacked.stored();
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            for (String role : asking(operation, i)) {
                HttpResponse<String> answer = call(operation, role);
                String expected = expected(operation, role);
                if (!(answer.statusCode() + "").matches(expected)) {
                    mismatches.add("%s as %s: expected %s, answered %d %s"
                            .formatted(operation, role, expected, answer.statusCode(), answer.body()));
                }
                if (!answer.headers().map().keySet().containsAll(HEADERS)) {
                    mismatches.add("%s as %s lacks headers: %s"
                            .formatted(operation, role, answer.headers().map()));
                }
            }
        }
        assertThat(mismatches).isEmpty();
        assertThat(attacked.stored()).isEqualTo(before);
    }

    /** Those whom it is not for, and by turns one of those whom it is for; at length all of them. */
    private static List<String> asking(Operation operation, int turn) {
        Set<String> permitted = permitted(operation);
        List<String> allowed = ROLES.stream().filter(permitted::contains).toList();
        List<String> asking = new ArrayList<>(LONG ? allowed : List.of(allowed.get(turn % allowed.size())));
        ROLES.stream().filter(role -> !permitted.contains(role)).forEach(asking::add);
        return asking;
    }

    private static String expected(Operation operation, String role) {
        if (role.equals(NOBODY)) {
            return "401";
        }
        return permitted(operation).contains(role) ? "200|400|404|422" : "403";
    }

    private static Set<String> permitted(Operation operation) {
        Set<String> permitted = operation.roles().isEmpty() ? OTHERS.get(operation.path()) : operation.roles();
        assertThat(permitted).as(operation + " is declared").isNotNull();
        return permitted;
    }

    /** A call about something that does not exist, without the content that a command asks for. */
    private static HttpResponse<String> call(Operation operation, String role) {
        String path = operation
                .path()
                .replace("{kind}", "teams")
                .replace("{quarter}", "2025-Q1")
                .replaceAll("\\{[a-zA-Z]+}", "no-such-thing");
        if (path.endsWith("/reorganisations")) {
            path += "?instrument=1&signedOn=2025-01-01&effectiveFrom=2025-01-01";
        }
        var request = attacked.product().request(role, path);
        if (operation.method().equals("GET")) {
            return attacked.product().send(request.GET());
        }
        String type = operation.bodies().keySet().stream().findFirst().orElse("application/json");
        String body = type.equals("application/x-ndjson") ? LINE.replace(planOnly(path), "") : "{}";
        return attacked.product().send(request.header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    /** The lines of a plan have no id. */
    private static String planOnly(String path) {
        return path.equals("/api/plans") ? "\"id\":\"01960000-0000-7000-8000-000000000001\"," : "\0";
    }

    /** The lines of a batch are commands, each with the right of its own. */
    @Test
    void aBatchGivesNobodyMoreRights() {
        for (String role : EVERYBODY) {
            JsonNode line = ProductClient.json(attacked.product()
                    .send(attacked.product()
                            .request(role, "/api/commands")
                            .header("Content-Type", "application/x-ndjson")
                            .POST(BodyPublishers.ofString(LINE))));

            assertThat(line.get("status").asString())
                    .as(role)
                    .isEqualTo(role.equals("administrator") ? "bad-input" : "not-allowed");
        }
    }

    /** Fields that the product sets are no fields of a command, in whatever place. */
    @Test
    void noFieldSaysWhoActsOrWhen() {
        for (String field : List.of(
                "\"actor\":\"administrator\"",
                "\"roles\":[\"ADMINISTRATOR\"]",
                "\"commit\":1",
                "\"approved\":true",
                "\"recordedAt\":\"1970-01-01T00:00:00Z\"",
                "\"correlation\":\"plan-x\"",
                "\"@class\":\"x\"")) {
            HttpResponse<String> answer = attacked.product()
                    .post("leader", "/api/households", "{\"unit\":\"ap-3\",\"reference\":\"A-1\",%s}".formatted(field));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("urn:soto:problem:bad-input");
        }
    }
}
