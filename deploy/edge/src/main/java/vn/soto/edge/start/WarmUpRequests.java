package vn.soto.edge.start;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Requests to every method that handles some, made from the mappings. There are right and wrong ones that read, also as
 * pages, and such writes as are refused before they are looked at. None of them names anything that exists.
 */
final class WarmUpRequests {

    private static final String NOTHING = "0191d000-0000-7000-8000-000000000000";

    private static final String API = "/api";

    /** Every kind of value, in a field that no command and no plan has: no body is ever accepted. */
    private static final String REFUSED = "{\"warm-up\":[1,-1.5e3,12345678901234567890,\"ạ\\u1ea1\",true,null,{}]}";

    private static final List<String> CREDENTIALS = List.of(
            "Accept: */*",
            "Authorization: Basic eDp4",
            "Authorization: Basic ?",
            "Authorization: Bearer e30.e30.e30",
            "Authorization: x",
            "Cookie: soto-80=1.x.x.x");

    private static final List<String> WRONG =
            List.of("", "?quarter=2024-Q4", "?quarter=x&asOf=x&limit=x&boundaries=x&unit=x&from=x");

    /** Of somebody who may read everything. */
    static final List<String> ROLES = List.of("OFFICER", "LEADER", "MEMBER", "ADMINISTRATOR", "AUDITOR");

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}|\\*\\*");

    private WarmUpRequests() {}

    /**
     * A request as text.
     *
     * @param roles    of whoever is signed in; empty if nobody is
     * @param observed whether meters observe it
     */
    record WarmUpRequest(List<String> roles, boolean observed, String text) {}

    static List<WarmUpRequest> of(List<RequestMappingInfoHandlerMapping> mappings) {
        List<WarmUpRequest> all = new ArrayList<>(atTheDoor());
        Set<Method> seen = new HashSet<>();
        mappings.forEach(mapping -> mapping.getHandlerMethods().forEach((info, handler) -> {
            // All commands share one method.
            if (seen.add(handler.getMethod())) {
                to(info, all);
            }
        }));
        return all;
    }

    /** Requests answered before any endpoint is looked for, or because none is found. */
    private static List<WarmUpRequest> atTheDoor() {
        List<WarmUpRequest> all = new ArrayList<>();
        for (String language : List.of("vi", "en")) {
            CREDENTIALS.forEach(header ->
                    all.add(new WarmUpRequest(List.of(), true, text("GET", "/api/units", language, header, ""))));
            all.add(observed("GET", "/api/units", language, "Accept: image/png", ""));
            all.add(observed("GET", "/api/units?asOf=x", language, "Accept: */*", ""));
            all.add(observed("GET", "/actuator/health/liveness", language, "Accept: */*", ""));
            all.add(observed("GET", "/actuator/health", language, "Accept: */*", ""));
            all.add(observed("GET", "/actuator/prometheus", language, "Accept: */*", ""));
            all.add(observed("DELETE", "/api/units", language, "Accept: */*", ""));
            all.add(observed("GET", "/no-such-address", language, "Accept: */*", ""));
            all.add(observed("POST", "/api/households", language, "Content-Type: image/png", "x"));
            all.add(observed("POST", "/api/households", language, "Content-Type: application/json", REFUSED));
        }
        return all;
    }

    private static void to(RequestMappingInfo info, List<WarmUpRequest> all) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        for (PathPattern pattern : info.getPatternsCondition().getPatterns()) {
            String address = VARIABLE.matcher(pattern.getPatternString()).replaceAll(NOTHING);
            if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
                WRONG.forEach(query -> all.add(signedIn("GET", address + query, "vi", "Accept: */*", "")));
                page(address).ifPresent(page -> all.add(signedIn("GET", page, "vi", "Accept: text/html", "")));
            } else {
                bodies(info).forEach(body -> all.add(signedIn("POST", address, "vi", body.type(), body.text())));
            }
        }
    }

    /** The address at which browsers are shown the answer as a page; the entrance is the home. */
    private static Optional<String> page(String address) {
        return address.startsWith(API)
                ? Optional.of(address.equals(API) ? "/" : address.substring(API.length()))
                : Optional.empty();
    }

    private record Body(String type, String text) {}

    private static List<Body> bodies(RequestMappingInfo info) {
        Stream<String> types =
                info.getConsumesCondition().getConsumableMediaTypes().stream().map(MediaType::toString);
        return types.flatMap(type -> Stream.of(REFUSED, "{", "x").map(text -> new Body("Content-Type: " + type, text)))
                .toList();
    }

    private static WarmUpRequest observed(String method, String address, String language, String header, String body) {
        return new WarmUpRequest(ROLES, true, text(method, address, language, header, body));
    }

    private static WarmUpRequest signedIn(String method, String address, String language, String header, String body) {
        return new WarmUpRequest(ROLES, false, text(method, address, language, header, body));
    }

    static String text(String method, String address, String language, String header, String body) {
        String length =
                body.isEmpty() ? "" : "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n";
        return "%s %s HTTP/1.1\r\nHost: localhost\r\nAccept-Language: %s\r\n%s\r\n%s\r\n%s"
                .formatted(method, address, language, header, length, body);
    }
}
