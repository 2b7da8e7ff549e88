package vn.soto.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import vn.soto.ledger.Commit;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.web.AnswerKeys;
import vn.soto.web.PageQuestions;
import vn.soto.web.PageReading;

/** The questions of the application, from its code, and who asks them where: inside, beside and above the area of the accounts. */
final class AskedQuestions implements AutoCloseable {

    /** By the letter that stands for them in tables. */
    static final Map<String, String> ACCOUNTS = Map.ofEntries(
            Map.entry("M", "member"),
            Map.entry("L", "leader"),
            Map.entry("O", "officer"),
            Map.entry("A", "administrator"),
            Map.entry("P", "province-administrator"),
            Map.entry("C", "commune-auditor"),
            Map.entry("U", "auditor"),
            Map.entry("V", "viewer"),
            Map.entry("W", "province-viewer"),
            Map.entry("Y", "operator"),
            Map.entry("G", "organisation-officer"),
            Map.entry("N", "nobody"));

    final TwoCommunes world = new TwoCommunes();
    private final QuerySideFixture side = world.side();
    private final Map<String, HandlerMethod> questions = mapped(RequestMethod.GET);
    private final Map<String, String> findings = Map.of("in", finding("in"), "out", finding("out"));

    @Override
    public void close() {
        side.close();
    }

    /** Until the answers know that commit. */
    void upTo(long commit) {
        side.upTo(commit);
    }

    private String finding(String where) {
        String body =
                ask(as("P"), "/api/units/r-" + where + "/findings?quarter=2026-Q1&detector=ONLY_SELF_PERFORMED").body;
        assertThat(body).contains("\"total\":1");
        return body.replaceFirst("(?s).*?\"finding\":\"([^\"]+)\".*", "$1");
    }

    Map<String, HandlerMethod> questions() {
        return questions;
    }

    private Map<String, HandlerMethod> mapped(RequestMethod asked) {
        Map<String, HandlerMethod> questions = new TreeMap<>();
        side.beans(RequestMappingHandlerMapping.class).stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .forEach(method -> {
                    RequestMapping mapping = Objects.requireNonNull(method.getMethodAnnotation(RequestMapping.class));
                    if (List.of(mapping.method()).contains(asked)) {
                        questions.put(mapping.path()[0], method);
                    }
                });
        return questions;
    }

    /** Questions with their subjects in a body. */
    Set<String> posts() {
        return mapped(RequestMethod.POST).keySet();
    }

    /** @param where {@code in}, {@code out} or {@code above} */
    String address(String template, HandlerMethod method, String where) {
        String at = where.equals("above") ? "in" : where;
        String path = template.replace("{unit}", where.equals("above") ? "p" : "r-" + at)
                .replace("{team}", "t-" + at)
                .replace("{member}", "member-" + at)
                .replace("{household}", "h-" + at)
                .replace("{business}", "b-" + at)
                .replace("{assistance}", "a-" + at)
                .replace("{request}", "q-" + at)
                .replace("{session}", "s-" + at)
                .replace("{training}", "g-" + at)
                .replace("{organisation}", "o-" + at)
                .replace("{plan}", "l-" + at)
                .replace("{commit}", String.valueOf(world.commits.get(at)))
                .replace("{position}", String.valueOf(world.positions.get(at)))
                .replace("{correlation}", String.valueOf(world.correlations.get(at)))
                .replace("{campaign}", "k-" + at)
                .replace("{round}", "v-" + at)
                .replace("{candidate}", "member:member-" + at)
                .replace("{criterion}", "HOUSEHOLDS_HELPED")
                .replace("{practice}", "e-" + at)
                .replace("{statement}", "r-" + at + ":2026-06")
                .replace("{subject}", "household:h-" + at)
                .replace("{dataRequest}", "d-" + at)
                .replace("{account}", "account-" + at)
                .replace("{commandName}", "void-assistance")
                .replace("{quarter}", "2026-Q3")
                .replace("{callBackSample}", "k-sample-" + at)
                .replace("{finding}", Objects.requireNonNull(findings.get(at)))
                .replace("{code}", "H05");
        return path + (method.getMethod().getParameters().length > 0 && asks(method, "q") ? "?q=in" : "");
    }

    /** The same about a record that moved away, and what each of these commits tells of it. */
    Stream<String> addressesOfMoved(String template, HandlerMethod method, String record, List<Commit> told) {
        String asked = address(template, method, "in");
        String whole = asks(method, "limit") ? with(asked, "limit=200") : asked;
        String address = asks(method, "about") ? with(whole, "about=household:h-in") : whole;
        List<String> events = told.stream()
                .flatMap(commit -> commit.stored().stream())
                .map(stored -> String.valueOf(stored.position()))
                .toList();
        List<String> each = template.contains("{position}")
                ? events
                : told.stream()
                        .map(commit ->
                                template.contains("{commit}") ? String.valueOf(commit.number()) : commit.correlation())
                        .toList();
        return Stream.of("{position}", "{commit}", "{correlation}").anyMatch(template::contains)
                ? each.stream().map(id -> template.replaceFirst("\\{[^}]+}", id))
                : Stream.of(
                        address.replaceAll("\\b([hab])-in\\b", "$1-" + record).replace("?q=in", "?q=" + record));
    }

    static String with(String address, String parameter) {
        return address + (address.contains("?") ? "&" : "?") + parameter;
    }

    private static boolean asks(HandlerMethod method, String name) {
        return Stream.of(method.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .map(Parameter::getName)
                .anyMatch(name::equals);
    }

    WebTestClient as(String account) {
        // What sign-in asserts does not count any more: the ledger has grants.
        return side.signedIn(name(account), "ADMINISTRATOR");
    }

    static String name(String account) {
        return Objects.requireNonNull(ACCOUNTS.get(account));
    }

    /** The same on a page. */
    WebTestClient onAPage(String account) {
        PageReading reading = new PageReading("/made-corrections");
        return as(account)
                .mutateWith((client, server, connector) -> Objects.requireNonNull(server)
                        .filters(filters -> filters.addFirst((exchange, chain) -> {
                            exchange.getAttributes().put(AnswerKeys.PAGE, reading);
                            return chain.filter(exchange);
                        })));
    }

    AskedByPages byPages() {
        return new AskedByPages(side.bean(PageQuestions.class));
    }

    record Told(int status, String body) {}

    static Told ask(WebTestClient client, String address) {
        return ask(client, address, "vi");
    }

    static Told ask(WebTestClient client, String address, String language) {
        if (address.startsWith("/api/live")) {
            return first(client, address);
        }
        EntityExchangeResult<String> answer = client.get()
                .uri(address)
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        return new Told(answer.getStatus().value(), Objects.requireNonNullElse(answer.getResponseBody(), ""));
    }

    static Told post(WebTestClient client, String address, String body) {
        EntityExchangeResult<String> answer = client.post()
                .uri(address)
                .header(HttpHeaders.ACCEPT_LANGUAGE, "vi")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        return new Told(answer.getStatus().value(), Objects.requireNonNullElse(answer.getResponseBody(), ""));
    }

    /** Of a stream, the first message. */
    private static Told first(WebTestClient client, String address) {
        FluxExchangeResult<String> answer = client.get().uri(address).exchange().returnResult(String.class);
        return new Told(
                answer.getStatus().value(),
                Objects.requireNonNullElse(answer.getResponseBody().blockFirst(), ""));
    }
}
