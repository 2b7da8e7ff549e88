package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
import vn.soto.contracts.access.Role;
import vn.soto.ledger.LedgerReader;

/** Whatever changes state, a page of another site cannot have it done in a user's name. */
@Tag("threads")
@Tag("slow")
final class StateChangesIT {

    private static final Set<RequestMethod> SAFE =
            Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS, RequestMethod.TRACE);
    /** From a page of this site alone, which says so. */
    private static final Set<String> TAKE_FORMS =
            Set.of("POST /sign-in", "POST /sign-in/pin", "POST /sign-out", "POST /sign-out-everywhere");

    private static final String JSON = "Content-Type: application/json";
    private static final String TEXT = "Content-Type: text/plain";
    private static final String PARTS = "Content-Type: multipart/form-data; boundary=x";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    @TempDir
    private static Path folder;

    @AutoClose
    private static RunningProduct product;

    private static List<String> changes;

    @BeforeAll
    static void start() {
        product = RunningProduct.start(folder, "--soto.http.hosts=so-to.example.vn");
        changes = List.copyOf(changes());
    }

    /** Every address that some handler mapping of the product takes with another method than the safe ones. */
    private static Set<String> changes() {
        Set<String> changes = new TreeSet<>();
        product.context().getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .forEach(mapping -> methods(mapping)
                        .forEach(method -> mapping.getPatternsCondition().getPatterns().stream()
                                .map(pattern -> pattern.getPatternString().replaceAll("\\{[^}]*}", "x"))
                                .forEach(path -> changes.add(method + " " + path))));
        return changes;
    }

    /** A mapping without a method takes all. */
    private static Set<RequestMethod> methods(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = new TreeSet<>(mapping.getMethodsCondition().getMethods());
        if (methods.isEmpty()) {
            methods.addAll(Set.of(RequestMethod.values()));
        }
        methods.removeAll(SAFE);
        return methods;
    }

    private static String answer(String change, String... headers) {
        List<String> lines = new ArrayList<>(
                List.of(change + " HTTP/1.1", "Host: so-to.example.vn", product.authorization(Role.ADMINISTRATOR)));
        lines.addAll(List.of(headers));
        lines.addAll(List.of("Content-Length: 0", "Connection: close", "", ""));
        return product.exchange(String.join("\r\n", lines)).lines().findFirst().orElse("nothing");
    }

    /** Headers are refused by filters that know no address: each address is tried with one, at length with all. */
    private static List<String> turn(String change, String... headers) {
        List<String> all = List.of(headers);
        return Boolean.getBoolean("soto.long") ? all : List.of(all.get(changes.indexOf(change) % all.size()));
    }

    private static long tail() {
        return product.context().getBean(LedgerReader.class).tail().number();
    }

    @Test
    void everyAddressIsSeen() {
        assertThat(changes)
                .hasSizeGreaterThan(60)
                .contains(
                        "POST /api/plans",
                        "POST /api/plans/x/approval",
                        "POST /api/commands",
                        "POST /api/imports/x",
                        "POST /api/projections/x/replay");
    }

    @Test
    void nothingIsDoneWithoutATypeThatABrowserAsksFor() {
        long before = tail();
        for (String change : changes) {
            assertThat(answer(change)).as(change).startsWith("HTTP/1.1 415");
            for (String type :
                    TAKE_FORMS.contains(change) ? List.of(TEXT, PARTS, FORM) : turn(change, TEXT, PARTS, FORM)) {
                assertThat(answer(change, type))
                        .as(change + " " + type)
                        .startsWith(TAKE_FORMS.contains(change) && type.equals(FORM) ? "HTTP/1.1 403" : "HTTP/1.1 415");
            }
        }
        assertThat(tail()).isEqualTo(before);
    }

    @Test
    void nothingIsDoneForAnotherSite() {
        long before = tail();
        for (String change : changes) {
            for (String site : turn(
                    change,
                    "Origin: https://evil.example",
                    "Origin: null",
                    "Sec-Fetch-Site: cross-site",
                    "Sec-Fetch-Site: same-site")) {
                assertThat(answer(change, JSON, site)).as("%s %s", change, site).startsWith("HTTP/1.1 403");
            }
        }
        assertThat(tail()).isEqualTo(before);
    }

    /** Scripts send no origin; the product's own pages send its own. */
    @Test
    void aClientOfItsOwnIsHeard() {
        for (String change : changes) {
            if (change.startsWith("POST /api/projections/")) {
                continue;
            }
            for (String origin :
                    turn(change, "Accept: */*", "Origin: http://so-to.example.vn", "Sec-Fetch-Site: same-origin")) {
                String answer = answer(change, JSON, origin);
                assertThat(answer).as(change).doesNotContain(" 401", " 403", " 500");
                if (!change.contains("/imports/") && !change.equals("POST /api/commands")) {
                    assertThat(answer).as(change).doesNotContain(" 415");
                }
            }
        }
    }
}
