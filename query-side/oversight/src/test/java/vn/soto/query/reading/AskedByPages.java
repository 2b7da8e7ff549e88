package vn.soto.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.query.reading.AskedQuestions.Told;
import vn.soto.web.AnswerKeys;
import vn.soto.web.PageQuestions;
import vn.soto.web.PageQuestions.JsonAnswer;
import vn.soto.web.PageReading;

/**
 * The questions as pages ask them, beside their answers over HTTP. Both are the same, except that people have names for
 * a page.
 */
final class AskedByPages {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> PEOPLE = Set.of("member", "household", "request");

    /** Answers to which each question adds. */
    private static final Set<String> GROWING =
            Set.of("/api/personal-data-reads", "/api/refused-access", "/api/persons/{subject}/file", "/api/me/file");

    private final PageQuestions questions;

    AskedByPages(PageQuestions questions) {
        this.questions = questions;
    }

    private static ServerWebExchange page(String account) {
        ServerWebExchange page = MockServerWebExchange.from(MockServerHttpRequest.get("/a-page"))
                .mutate()
                .principal(Mono.just(UsernamePasswordAuthenticationToken.authenticated(
                        account, "", List.of(new SimpleGrantedAuthority("ROLE_ADMINISTRATOR")))))
                .build();
        page.getAttributes().put(AnswerKeys.PAGE, new PageReading("/a-page"));
        return page;
    }

    private Optional<JsonAnswer> ask(String address, String account) {
        return questions
                .ask(new PageQuestions.Question(address, "vi", false), page(account))
                .map(answer -> Objects.requireNonNull(answer.block()));
    }

    /** The differences of a page's answer from that over HTTP; it is asked for twice, because the second may be kept. */
    Stream<String> differences(String template, String address, String account, Told told) {
        String what = account + " at " + address + " on a page: ";
        Optional<JsonAnswer> first = ask(address, account);
        if (first.isEmpty()) {
            return template.endsWith(".csv")
                            || Set.of("/api/leaves", "/api/live").contains(template)
                    ? Stream.empty()
                    : Stream.of(what + "no question");
        }
        assertThat(first.get().template()).isEqualTo(template);
        if (GROWING.contains(template)) {
            return different(what + "status", first.get().status(), told.status());
        }
        JsonNode body = first.get().body();
        return Stream.of(
                        different(what + "status", first.get().status(), told.status()),
                        told.status() == 200
                                ? answer(what, body, withoutName(template, JSON.readTree(told.body())))
                                : different(what + "problem", body, JSON.readTree(told.body())),
                        different(
                                what + "again",
                                ask(address, account).orElseThrow().body(),
                                body))
                .flatMap(each -> each);
    }

    /** A page calls the reader by name beside the answer. */
    private static JsonNode withoutName(String template, JsonNode http) {
        if (template.equals("/api/me") && http.path("answer") instanceof ObjectNode me) {
            me.remove("name");
        }
        return http;
    }

    private static Stream<String> answer(String what, JsonNode page, JsonNode http) {
        return Stream.of(
                        Stream.of("answer", "freshness")
                                .flatMap(part -> different(what + part, page.path(part), http.path(part))),
                        Stream.of("self", "up", "next", "questions", "commands")
                                .flatMap(part -> different(
                                        what + part,
                                        page.path("links").path(part),
                                        http.path("links").path(part))),
                        http.path("links").path("ids").properties().stream()
                                .flatMap(kind -> links(
                                        what,
                                        kind,
                                        page.path("links").path("ids").path(kind.getKey()))))
                .flatMap(each -> each);
    }

    private static Stream<String> links(String what, Map.Entry<String, JsonNode> kind, JsonNode page) {
        return kind.getValue().properties().stream()
                .flatMap(link -> PEOPLE.contains(kind.getKey())
                        ? different(
                                what + kind.getKey(),
                                page.path(link.getKey()).path("href"),
                                link.getValue().path("href"))
                        : different(what + kind.getKey(), page.path(link.getKey()), link.getValue()));
    }

    private static Stream<String> different(String what, Object page, Object http) {
        return page.equals(http) ? Stream.empty() : Stream.of(what + "\n  " + page + "\n  " + http);
    }
}
