package vn.soto.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import vn.soto.e2e.attack.ApiDescription.Operation;
import vn.soto.e2e.attack.ApiDescription.Parameter;
import vn.soto.e2e.attack.AttackedProduct.Stored;

/** Somebody signed in tries, at every operation, what works elsewhere: operators of a database in the place of values. */
@Tag("processes")
@ResourceLock(AttackedProduct.LOCK)
final class AbuseIT {

    private static final boolean LONG = Boolean.getBoolean("soto.long");

    private static final List<String> OPERATORS = List.of(
            "{\"$ne\":null}",
            "{\"$gt\":\"\"}",
            "{\"$where\":\"sleep(60000)||true\"}",
            "[{\"$or\":[{},{}]}]",
            "\"' OR 1=1 --\"");

    private static final List<String> IN_ADDRESSES = List.of("{\"$ne\":null}", "' OR '1'='1", "*", "..");

    @AutoClose
    private static AttackedProduct attacked;

    private static ApiDescription api;

    @BeforeAll
    static void start() {
        attacked = AttackedProduct.open();
        api = ApiDescription.parse(
                attacked.product().get("auditor", "/api/openapi.json").body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The address about what an operator would stand for. */
    private static String path(Operation operation, String operator) {
        String path = operation.path().replace("{kind}", "teams").replace("{quarter}", "2025-Q1");
        return path.replaceAll("\\{[a-zA-Z]+}", encoded(operator).replace("$", "\\$"));
    }

    /** Somebody whom the operation is for, so that its right does not hide what becomes of the value. */
    private static String role(Operation operation) {
        return operation.roles().isEmpty() || operation.roles().contains("administrator")
                ? "administrator"
                : operation.roles().iterator().next();
    }

    private static void assertRefused(HttpResponse<String> answer, String what, List<String> faults) {
        if (!List.of(400, 404, 422).contains(answer.statusCode())
                || !answer.body().contains("urn:soto:problem:")) {
            faults.add(what + " answered " + answer.statusCode() + " " + answer.body());
        }
    }

    /** In the body of every third command, as all of them are read alike; at length of each. */
    @Test
    void anOperatorInTheBodyIsAWrongValueInEveryField() {
        List<String> faults = new ArrayList<>();
        Stored before = attacked.stored();
        List<Operation> commands = api.operations().stream()
                .filter(operation -> operation.bodies().containsKey("application/json"))
                .toList();
        assertThat(commands).hasSizeGreaterThan(80);
        for (int i = 0; i < commands.size(); i += LONG ? 1 : 3) {
            Operation command = commands.get(i);
            JsonNode fields =
                    api.resolved(Objects.requireNonNull(command.bodies().get("application/json")));
            String operator = OPERATORS.get(i % OPERATORS.size());
            String body = fields.path("properties").propertyNames().stream()
                    .map(field -> "\"" + field + "\":" + operator)
                    .collect(Collectors.joining(",", "{", "}"));
            HttpResponse<String> answer = attacked.product()
                    .send(attacked.product()
                            .request(role(command), path(command, "no-such-thing"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body)));
            assertRefused(answer, command + " with " + body, faults);
        }
        assertThat(faults).isEmpty();
        assertThat(attacked.stored()).isEqualTo(before);
    }

    /** One of them in every second question, by turns; at length all in each. */
    @Test
    void anOperatorInTheAddressFindsNothing() {
        List<String> faults = new ArrayList<>();
        int turn = 0;
        for (Operation question : api.operations()) {
            if (!question.method().equals("GET") || !question.path().contains("{")) {
                continue;
            }
            turn++;
            if (!LONG && turn % 2 == 1) {
                continue;
            }
            for (String operator : LONG ? IN_ADDRESSES : List.of(IN_ADDRESSES.get(turn / 2 % IN_ADDRESSES.size()))) {
                HttpResponse<String> answer = attacked.product().get("administrator", path(question, operator));
                assertRefused(answer, question + " about " + operator, faults);
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Of the last parameter of every second question; at length of all. */
    @Test
    void anOperatorInTheNameOfAParameterIsAnUnknownParameter() {
        List<String> faults = new ArrayList<>();
        List<Operation> operations = api.operations();
        for (int i = 0; i < operations.size(); i += LONG ? 1 : 2) {
            Operation question = operations.get(i);
            List<Parameter> parameters = question.parameters().stream()
                    .filter(parameter ->
                            question.method().equals("GET") && parameter.in().equals("query"))
                    .toList();
            for (Parameter parameter :
                    LONG ? parameters : parameters.reversed().stream().limit(1).toList()) {
                String asked = path(question, "no-such-thing") + "?" + encoded(parameter.name() + "[$ne]") + "=1";
                assertRefused(attacked.product().get("administrator", asked), asked, faults);
            }
        }
        assertThat(faults).isEmpty();
    }
}
