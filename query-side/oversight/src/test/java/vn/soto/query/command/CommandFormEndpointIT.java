package vn.soto.query.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;

/** A form can be made of what is answered about a command, in either language. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CommandFormEndpointIT {

    private static final Set<String> TYPES = Set.of(
            "text", "id", "choice", "day", "time", "month", "quarter", "number", "truth", "subject", "uuid", "list",
            "group");

    @AutoClose
    private final QuerySideFixture side =
            QuerySideFixture.inMemory(new EventLog()).upTo(0);

    private final Json json = new Json(side.signedIn("AUDITOR"));

    private Map<String, Object> asked(String uri, String language) {
        return Json.map(Objects.requireNonNull(json.ask(uri, language).getResponseBody())
                .get("answer"));
    }

    private static List<Map<String, Object>> list(Map<String, Object> of, String name) {
        return of.get(name) instanceof List<?> items
                ? items.stream().map(Json::map).toList()
                : List.of();
    }

    private Map<String, Object> field(String command, String name, String language) {
        return list(asked("/api/commands/" + command, language), "fields").stream()
                .filter(field -> name.equals(field.get("name")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyCommandFieldValueAndRuleHasWordsInBothLanguages() {
        Set<String> named = new HashSet<>();
        for (String language : List.of("vi", "en")) {
            List<Map<String, Object>> commands = list(asked("/api/commands", language), "commands");
            assertThat(commands).hasSizeGreaterThan(120);
            for (Map<String, Object> line : commands) {
                Map<String, Object> form = asked("/api/commands/" + line.get("name"), language);
                assertThat(form.get("title")).isEqualTo(line.get("title")).isNotEqualTo(line.get("name"));
                assertThat(form.get("path") + "").startsWith("/api/");
                assertThat((List<?>) form.get("roles")).isNotEmpty();
                list(form, "fields").forEach(field -> check(line.get("name") + "", field, language, named));
                assertThat(list(form, "rules"))
                        .isNotEmpty()
                        .allSatisfy(rule -> assertThat(rule.get("text") + "")
                                .as(rule + "")
                                .doesNotContain("{", "}", rule.get("rule") + "")
                                .contains(" "));
            }
        }
        assertThat(named).hasSizeGreaterThan(200);
    }

    private static void check(String command, Map<String, Object> field, String language, Set<String> named) {
        String what = language + " " + command + " " + field;
        assertThat(TYPES).as(what).contains(field.get("type") + "");
        if (field.containsKey("name")) {
            String name = field.get("name") + "";
            named.add(language + name);
            assertThat(field.get("label") + "").as(what).isNotBlank().doesNotContain("null");
            if (language.equals("vi")) {
                assertThat(field.get("label") + "").as(what).isNotEqualTo(name);
            } else {
                assertThat(field.get("label") + "").as(what).doesNotMatch(".*[a-z][A-Z].*");
            }
        }
        if (Objects.equals(field.get("type"), "choice")) {
            assertThat(list(field, "values"))
                    .as(what)
                    .isNotEmpty()
                    .allSatisfy(value ->
                            assertThat(value.get("text") + "").isNotBlank().isNotEqualTo(value.get("value")));
        }
        list(field, "fields").forEach(each -> check(command, each, language, named));
        if (field.get("item") instanceof Map<?, ?> item) {
            check(command, Json.map(item), language, named);
        }
    }

    @Test
    void saysWhatAFormHasToKnowOfAField() {
        assertThat(field("void-assistance", "assistance", "vi"))
                .containsEntry("in", "path")
                .containsEntry("type", "id")
                .containsEntry("of", "assistance")
                .containsEntry("required", true);
        Map<String, Object> reason = field("void-assistance", "reason", "vi");
        assertThat(reason).containsEntry("type", "choice").containsEntry("required", true);
        assertThat(list(reason, "values").getFirst()).containsEntry("value", "WRONG_ENTRY");
        assertThat(field("record-household-contact", "headName", "en"))
                .containsEntry("personal", true)
                .containsEntry("longest", 200)
                .containsEntry("hint", "Sealed on arrival and never shown as typed. At most 200 characters.");
        assertThat(field("record-assistance", "helpers", "vi"))
                .containsEntry("type", "list")
                .containsEntry("least", 1)
                .containsEntry("most", 10);
        assertThat(list(asked("/api/commands/record-assistance", "vi"), "rules"))
                .anySatisfy(rule -> assertThat(rule)
                        .containsEntry("rule", "ASSISTANCE_IS_NOT_IN_THE_FUTURE")
                        .containsEntry("field", "content.occurredAt"));
    }

    @Test
    void anUnknownCommandIsAbsent() {
        assertThat(json.status("/api/commands/no-such-command")).isEqualTo(404);
    }
}
