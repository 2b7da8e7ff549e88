package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.correction.RestingKind;
import vn.soto.page.PageWords;
import vn.soto.query.command.RefusalTexts;
import vn.soto.web.Language;

/** In every answer that the API describes, no heading of a page is a component's name, and no cell a value's name. */
final class WordsOfAnswersTest {

    /** Read by programs: bytes, a stream, the pack of a phone and the description itself. */
    private static final Set<String> FOR_PROGRAMS =
            Set.of("/api/leaves", "/api/live", "/api/me/day-pack", "/api/openapi.json");

    private static final Pattern NAME = Pattern.compile("[a-z]+[A-Z]\\w*|\\w+_\\w+|[A-Z]{3,}|\\w+-\\w+-\\w+");
    private static final Set<Locale> LANGUAGES = Set.of(Language.VIETNAMESE, Locale.ENGLISH);

    private static final Set<Component> COMPONENTS = new TreeSet<>();
    private static final Set<Value> VALUES = new TreeSet<>();

    private static JsonNode document = new JsonMapper().createObjectNode();

    /** @param question template of its address */
    private record Component(String question, String name) implements Comparable<Component> {

        @Override
        public int compareTo(Component other) {
            return (question + " " + name).compareTo(other.question + " " + other.name);
        }
    }

    private record Value(Component of, String name) implements Comparable<Value> {

        @Override
        public int compareTo(Value other) {
            return (of + " " + name).compareTo(other.of + " " + other.name);
        }
    }

    @BeforeAll
    static void readTheDescription() throws IOException {
        try (InputStream written = WordsOfAnswersTest.class.getResourceAsStream("/vn/soto/openapi/openapi.json")) {
            document = new JsonMapper().readTree(Objects.requireNonNull(written).readAllBytes());
        }
        document.get("paths").properties().stream()
                .filter(path ->
                        !FOR_PROGRAMS.contains(path.getKey()) && !path.getKey().endsWith(".csv"))
                .forEach(path -> collect(
                        new Component(path.getKey(), ""),
                        resolved(path.getValue().at("/get/responses/200/content/application~1json/schema"))
                                .at("/properties/answer"),
                        new HashSet<>()));
    }

    @Test
    void everyComponentHasAWordInBothLanguages() {
        assertThat(COMPONENTS).hasSizeGreaterThan(1_000);
        assertThat(COMPONENTS).allSatisfy(component -> {
            for (Locale language : LANGUAGES) {
                Optional<String> word = PageWords.known(component.question, component.name, language);
                assertThat(word).as("%s in %s", component, language).isNotEmpty();
                assertThat(word.orElse("")).as("%s in %s", component, language).doesNotContainPattern(NAME);
            }
            String word = PageWords.known(component.question, component.name, Language.VIETNAMESE)
                    .orElse("");
            assertThat(word).as(component.toString()).isNotEqualTo(component.name);
            assertThat(VietnameseTextsTest.foreign(word))
                    .as(component.toString())
                    .isEmpty();
        });
    }

    @Test
    void everyValueHasAWordInBothLanguages() {
        assertThat(VALUES).hasSizeGreaterThan(500);
        assertThat(VALUES).allSatisfy(value -> {
            for (Locale language : LANGUAGES) {
                String word = PageWords.value(value.of.question, value.of.name, value.name, language);
                assertThat(word).as("%s in %s", value, language).doesNotContainPattern("^" + NAME.pattern() + "$");
            }
            String word = PageWords.value(value.of.question, value.of.name, value.name, Language.VIETNAMESE);
            assertThat(word).as(value.toString()).isNotEqualTo(value.name);
        });
    }

    /** Why a record has to be corrected is the text of a command's rule, which the contracts know by its name. */
    @Test
    void everyRuleThatAChangeCanBreakHasATextInBothLanguages() {
        List<String> rules = Stream.of(RestingKind.values())
                .flatMap(kind -> Stream.concat(
                        Stream.of(kind.memberRule()),
                        Stream.of(Beneficiary.Kind.values()).map(kind::areaRule)))
                .distinct()
                .toList();
        assertThat(rules).hasSizeGreaterThan(7).allSatisfy(rule -> {
            for (Locale language : LANGUAGES) {
                assertThat(RefusalTexts.withoutArguments(rule, language))
                        .as("%s in %s", rule, language)
                        .hasSizeGreaterThan(20)
                        .doesNotContain(rule);
            }
        });
    }

    @Test
    void theRuleFindsThem() {
        assertThat(PageWords.known("/api/teams", "needsWords", Language.VIETNAMESE))
                .isEmpty();
        assertThat(PageWords.value("/api/teams", "state", "NO_SUCH_VALUE", Locale.ENGLISH))
                .containsPattern(NAME);
    }

    private static void collect(Component of, JsonNode schema, Set<JsonNode> above) {
        JsonNode described = resolved(schema);
        if (described.isMissingNode() || !above.add(described)) {
            return;
        }
        for (String alternatives : List.of("anyOf", "oneOf", "allOf")) {
            described.path(alternatives).forEach(each -> collect(of, each, above));
        }
        described.path("enum").forEach(value -> VALUES.add(new Value(of, value.asString())));
        collect(of, described.path("items"), above);
        collect(of, described.path("additionalProperties"), above);
        described.path("properties").properties().forEach(property -> {
            Component component = new Component(of.question, property.getKey());
            COMPONENTS.add(component);
            collect(component, property.getValue(), new HashSet<>(above));
        });
        above.remove(described);
    }

    private static JsonNode resolved(JsonNode schema) {
        JsonNode found = schema;
        while (found.path("$ref").isString()) {
            found = document.at(found.get("$ref").asString().substring(1));
        }
        return found;
    }
}
