package vn.soto.page.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.page.Rendered;
import vn.soto.page.View;

/** The forms of all commands: nobody types, reads or copies an id. */
@Tag("slow")
final class EveryFormTest {

    private static final Path FORMS =
            Path.of("../../command-side/domain/src/main/resources/vn/soto/domain/commands/forms.json");
    private static final Pattern TYPED = Pattern.compile("<(input|textarea)([^>]*)>");

    /** Known by the page that leads to a form, which carries it: the content that somebody looked at. */
    private static final Set<String> CARRIED = Set.of("content");

    private static List<Part> commands() throws IOException {
        JsonNode all = JsonMapper.builder().build().readTree(Files.readString(FORMS));
        List<Part> commands = new ArrayList<>();
        all.forEach(each -> commands.add(new Part("", each)));
        return commands;
    }

    private static String html(Part command, Typed typed) {
        Map<String, Chooser> choosers = new HashMap<>();
        FormField.choosing(command, typed, Set.of())
                .forEach(field -> choosers.put(
                        field.path(),
                        new Chooser(
                                List.of(),
                                List.of(Option.of("1", "một")),
                                "",
                                false,
                                field.several(),
                                field.kind(),
                                false)));
        FormState state = new FormState(command, "k", "/", typed, choosers, Set.of(), List.of(), null);
        ApiAnswer me = Rendered.answer(
                "/api/me",
                "/api/me",
                "{\"answer\":{\"account\":\"officer\",\"on\":\"2026-11-29\",\"quarter\":\"2026-Q4\",\"places\":[]}}");
        PageContext page = Rendered.context("/do/" + command.get("name").text(), me);
        return Rendered.alone(
                new View("t", "command/form.jte", Map.of("state", state, "proposal", Rendered.answer("", "", "{}"))),
                page);
    }

    @TestFactory
    List<DynamicTest> noFormAsksForAnId() throws IOException {
        return commands().stream()
                .map(command -> DynamicTest.dynamicTest(command.get("name").text(), () -> {
                    Set<String> ids = new java.util.HashSet<>();
                    ids(command.get("fields").items(), "", ids);
                    Matcher typed = TYPED.matcher(html(command, Typed.nothing()));
                    while (typed.find()) {
                        String name = typed.group(2).replaceAll("(?s).*\\bname=\"([^\"]*)\".*", "$1");
                        if (ids.contains(name.replaceAll("\\.[0-9]+", ""))) {
                            assertThat(typed.group(2)).as(name).containsPattern("type=\"(radio|checkbox|hidden)\"");
                        }
                    }
                }))
                .toList();
    }

    private static void ids(List<Part> fields, String prefix, Set<String> ids) {
        fields.forEach(field -> {
            String path = prefix + field.get("name").text();
            String type = field.get("type").text();
            Part item = field.get("item");
            if (FormField.isChoice(field) || FormField.isChoice(item)) {
                ids.add(path);
            }
            ids(
                    type.equals("list")
                            ? item.get("fields").items()
                            : field.get("fields").items(),
                    path + ".",
                    ids);
        });
    }

    @Test
    void everyKindOfIdIsChosenOrCarried() throws IOException {
        Set<String> kinds = new java.util.TreeSet<>();
        commands().forEach(command -> kinds(command.get("fields").items(), kinds));

        assertThat(kinds)
                .hasSizeGreaterThan(25)
                .allSatisfy(kind -> assertThat(ChoiceSource.of(kind).isPresent() || CARRIED.contains(kind))
                        .as(kind)
                        .isTrue());
    }

    private static void kinds(List<Part> fields, Set<String> kinds) {
        fields.forEach(field -> {
            for (Part each : List.of(field, field.get("item"))) {
                if (FormField.isChoice(each)) {
                    kinds.add(
                            each.get("type").text().equals("subject")
                                    ? "subject"
                                    : each.get("of").text());
                }
                kinds(each.get("fields").items(), kinds);
            }
        });
    }

    /** The test itself finds a text field for an id. */
    @Test
    void aTextFieldForAnIdWouldBeFound() throws IOException {
        Part command = new Part(
                "",
                JsonMapper.builder()
                        .build()
                        .readTree(
                                "{\"name\":\"x\",\"fields\":[{\"name\":\"account\",\"type\":\"text\",\"required\":true}]}"));

        assertThat(html(command, Typed.nothing())).containsPattern("<textarea[^>]*name=\"account\"");
    }
}
