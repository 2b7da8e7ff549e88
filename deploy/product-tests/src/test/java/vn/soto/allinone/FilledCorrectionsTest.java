package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.page.PagesConfiguration;
import vn.soto.web.AnswerKeys;
import vn.soto.web.HeavyWork;
import vn.soto.web.PageQuestions;

/**
 * Each command that corrects a fact opens filled from the fact as the API describes its answer. A field that its sender
 * leaves as it is overwrites nothing that somebody else corrected meanwhile.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FilledCorrectionsTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** Fields that open empty: the reason and the corrector. */
    private static final Set<String> EMPTY = Set.of("reason", "reasonText", "by");

    /** Fields that stay as they are if they are left out. */
    private static final Map<String, Set<String>> STAYS =
            Map.of("correct-assistance", Set.of("jointHelpers.0.member", "jointHelpers.0.team", "walkIn", "note"));

    @AutoClose
    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

    private final List<JsonNode> sent = new ArrayList<>();
    private Map<String, JsonNode> forms = Map.of();
    private SampleAnswers answers = new SampleAnswers(JSON.createObjectNode());
    private boolean correctedMeanwhile;

    /** @param sources fields of the form that the fact's place fills, with what fills them */
    record Correction(String fact, String command, List<String> sources) {

        @Override
        public String toString() {
            return command + " of " + fact;
        }
    }

    @BeforeAll
    void start() throws IOException {
        forms = read("/vn/soto/domain/commands/forms.json")
                .valueStream()
                .collect(Collectors.toMap(form -> form.path("name").asString(), form -> form));
        answers = new SampleAnswers(read("/vn/soto/openapi/openapi.json"));
        beans.registerBean(Clock.class, Clock::systemUTC);
        beans.registerBean(AnswerKeys.class, () -> (exchange, atLeast) -> Mono.empty());
        beans.registerBean(PageQuestions.class, () -> (question, page) -> Optional.of(Mono.just(answer(question))));
        beans.registerBean(DispatcherHandler.class, () -> new Commands());
        beans.registerBean(HeavyWork.class, HeavyWork::new);
        beans.register(PagesConfiguration.class);
        beans.refresh();
    }

    private static JsonNode read(String resource) throws IOException {
        try (InputStream written = FilledCorrectionsTest.class.getResourceAsStream(resource)) {
            return JSON.readTree(Objects.requireNonNull(written).readAllBytes());
        }
    }

    /** Those that open the same form are one. */
    static Collection<Correction> corrections() {
        ResourceBundle table = ResourceBundle.getBundle("vn.soto.page.mends", Locale.ROOT);
        Map<List<String>, Correction> found = new LinkedHashMap<>();
        for (String fact : new TreeSet<>(table.keySet())) {
            for (String entry : table.getString(fact).split(";", -1)) {
                List<String> words = List.of(entry.strip().split(" ", -1));
                if (words.getFirst().matches("(correct|revise)-.*")) {
                    List<String> sources = words.stream()
                            .skip(1)
                            .filter(word -> word.matches("[a-z].*"))
                            .map(word -> word.replace("?", "").replaceFirst("=.*", ""))
                            .toList();
                    found.putIfAbsent(
                            List.of(words.getFirst(), sources.toString()),
                            new Correction(fact, words.getFirst(), sources));
                }
            }
        }
        return found.values();
    }

    private PageQuestions.JsonAnswer answer(PageQuestions.Question question) {
        String path = question.address().split("\\?", 2)[0];
        if (path.startsWith("/api/commands/")) {
            JsonNode form = Objects.requireNonNull(forms.get(path.substring("/api/commands/".length())));
            return new PageQuestions.JsonAnswer("/api/commands/{commandName}", 200, whole(described(form)));
        }
        String version = question.address().contains("asOf=") || !correctedMeanwhile ? "a" : "b";
        return path.equals("/api/me")
                ? new PageQuestions.JsonAnswer(path, 200, JSON.readTree("""
                        {"freshness":{"commit":7},"answer":{"account":"lan","on":"2026-11-29","quarter":"2026-Q4",
                         "rights":[{"role":"OFFICER","everywhere":true,"may":[]}],"places":[]}}"""))
                : answers.template(path)
                        .map(template ->
                                new PageQuestions.JsonAnswer(template, 200, whole(answers.answer(template, version))))
                        .orElseThrow();
    }

    /** A form with its values as the API describes them. */
    private static JsonNode described(JsonNode form) {
        JsonNode copy = form.deepCopy();
        copy.findParents("values").forEach(field -> {
            ArrayNode values = JSON.createArrayNode();
            field.path("values")
                    .forEach(value ->
                            values.addObject().put("value", value.asString()).put("text", value.asString()));
            ((ObjectNode) field).set("values", values);
        });
        return copy;
    }

    private static JsonNode whole(JsonNode answer) {
        ObjectNode whole = (ObjectNode) JSON.readTree("""
                {"freshness":{"commit":7,"moment":{"commit":7}},"links":{"ids":{},"commands":{},"questions":{}}}""");
        whole.set("answer", answer);
        return whole;
    }

    /** Takes each command that is sent or tried. */
    private final class Commands extends DispatcherHandler {

        @Override
        public Mono<Void> handle(ServerWebExchange exchange) {
            exchange.getResponse().setStatusCode(HttpStatus.OK);
            exchange.getResponse().getHeaders().setContentType(MediaType.APPLICATION_JSON);
            return DataBufferUtils.join(exchange.getRequest().getBody())
                    .doOnNext(body -> sent.add(JSON.readTree(body.toString(StandardCharsets.UTF_8))))
                    .then(exchange.getResponse()
                            .writeWith(Mono.just(exchange.getResponse()
                                    .bufferFactory()
                                    .wrap("{\"commit\":9,\"created\":[],\"events\":[]}"
                                            .getBytes(StandardCharsets.UTF_8)))));
        }
    }

    private String html(MockServerHttpRequest request) {
        MockServerWebExchange exchange = MockServerWebExchange.from(request);
        beans.getBean("formHandler", WebHandler.class).handle(exchange).block();
        return String.valueOf(exchange.getResponse().getBodyAsString().block());
    }

    /** The fields of a form by their paths, those of a list's rows with the number 0. */
    private static void fields(JsonNode fields, String prefix, Map<String, JsonNode> found) {
        fields.forEach(field -> {
            String path = prefix + field.path("name").asString();
            if (field.path("type").asString().equals("group")) {
                fields(field.path("fields"), path + ".", found);
            } else if (field.at("/item/type").asString("").equals("group")) {
                fields(field.at("/item/fields"), path + ".0.", found);
            } else {
                found.put(path, field);
            }
        });
    }

    private String address(Correction correction, Map<String, JsonNode> fields) {
        Map<String, String> given = new TreeMap<>();
        fields.forEach((path, field) -> {
            if (field.has("in")) {
                given.put(path, answers.value(path, field, "a"));
            }
        });
        for (String source : correction.sources) {
            String[] said = source.split(":", 2);
            given.put(
                    said[0],
                    said.length > 1
                            ? said[1]
                            : answers.value(said[0], Objects.requireNonNull(fields.get(said[0])), "a"));
        }
        return "/do/" + correction.command + "?"
                + given.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    private static Map<String, String> typed(String html) {
        FormElement form = Jsoup.parse(html, "http://localhost/").expectForm("form#command");
        Map<String, String> typed = new TreeMap<>();
        form.formData().forEach(each -> typed.merge(each.key(), each.value(), (one, other) -> one + "," + other));
        return typed;
    }

    @ParameterizedTest
    @MethodSource("corrections")
    void opensFilledAndOverwritesNothing(Correction correction) {
        Map<String, JsonNode> fields = new TreeMap<>();
        fields(
                Objects.requireNonNull(forms.get(correction.command), correction.command)
                        .path("fields"),
                "",
                fields);
        String address = address(correction, fields);
        correctedMeanwhile = false;
        Map<String, String> opened = typed(html(MockServerHttpRequest.method(HttpMethod.GET, URI.create(address))
                .build()));

        Set<String> filled = new TreeSet<>(fields.keySet());
        filled.removeAll(EMPTY);
        filled.removeAll(STAYS.getOrDefault(correction.command, Set.of()));
        assertThat(filled)
                .as("fields of " + address)
                .allSatisfy(path ->
                        assertThat(opened.getOrDefault(path, "")).as(path).isNotBlank());

        correctedMeanwhile = true;
        sent.clear();
        Map<String, String> more = new TreeMap<>(opened);
        more.put("reason", "WRONG_ENTRY");
        more.put("_step", "check");
        html(MockServerHttpRequest.method(HttpMethod.POST, URI.create(address))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(more.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))));
        assertThat(sent).as("commands sent from " + address).hasSize(1);
        fields.forEach((path, field) -> {
            String before = answers.value(path, field, "a");
            String now = sent.getFirst().at("/" + path.replace('.', '/')).asString("");
            if (!EMPTY.contains(path)
                    && !address.contains(path + "=")
                    && !before.equals(answers.value(path, field, "b"))) {
                assertThat(now).as(path).isNotEqualTo(before);
            }
        });
    }
}
