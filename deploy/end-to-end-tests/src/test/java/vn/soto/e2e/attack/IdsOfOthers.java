package vn.soto.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import vn.soto.e2e.attack.ApiDescription.Operation;
import vn.soto.e2e.attack.ApiDescription.Parameter;
import vn.soto.harness.AllInOne;

/** Asks about every id in the name of an account without a right: the answer is the same as about an id that nobody has. */
final class IdsOfOthers {

    private static final String NOBODYS = "no-such-thing";

    /** Whatever an account may ask, it may ask this. */
    private static final String OWN = "/api/me";

    private final AllInOne product;
    private final ApiDescription api;
    private final FuzzedValues values;

    IdsOfOthers(AllInOne product, ApiDescription api, FuzzedValues values) {
        this.product = product;
        this.api = api;
        this.values = values;
    }

    void assertTellNothingTo(String account) {
        List<String> faults = new ArrayList<>();
        for (Operation operation : api.operations()) {
            if (isAboutOne(operation)) {
                String nothing = told(ask(operation, NOBODYS, account));
                for (String id : ids(operation)) {
                    HttpResponse<String> answer = ask(operation, id, account);
                    if (answer.statusCode() != 403 || !told(answer).equals(nothing)) {
                        faults.add("%s about %s: %d %s, about nothing %s"
                                .formatted(operation, id, answer.statusCode(), answer.body(), nothing));
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static boolean isAboutOne(Operation operation) {
        return operation.path().contains("{")
                && !operation.path().startsWith(OWN)
                && (operation.method().equals("GET") || operation.bodies().containsKey("application/json"));
    }

    /** Some that are there, of what the address is about. */
    private List<String> ids(Operation operation) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("path"))
                .map(Parameter::name)
                .findFirst()
                .map(values::known)
                .orElse(List.of())
                .stream()
                .limit(3)
                .toList();
    }

    private HttpResponse<String> ask(Operation operation, String id, String account) {
        String path = operation
                .path()
                .replaceFirst("\\{[a-zA-Z]+}", id)
                .replace("{quarter}", "2025-Q1")
                .replaceAll("\\{[a-zA-Z]+}", NOBODYS);
        return operation.method().equals("GET") ? product.get(account, path) : product.post(account, path, "{}");
    }

    /** The problem without the address, which the sender knows. */
    private static String told(HttpResponse<String> answer) {
        return answer.body().replaceAll("\"instance\":\"[^\"]*\"", "");
    }
}
