package vn.soto.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows an answer of any question: its values as a list, its lists as tables, everything by its name in the answer. */
public final class AnyAnswerPage implements QuestionPage {

    /** The link of an answer to its next page. */
    private static final String NEXT = "next";

    /** The place of an indicator in the answer of a dashboard, for programs. */
    private static final String PATH = "dashboard";

    /** The name of a rule in the API; people read its text, which stands beside it. */
    private static final String RULE = "rule";

    AnyAnswerPage() {}

    /** Columns of a table that a list of objects is shown as. */
    public record Table(String name, List<String> columns, List<Part> rows) {}

    /** Values, tables and further sections of one object. */
    public record Section(
            String name, List<Map.Entry<String, Part>> values, List<Table> tables, List<Section> sections) {}

    @Override
    public String question() {
        return "";
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext context) {
        return new View(
                title(answer, context),
                "any-answer.jte",
                Map.of("answer", answer, "section", section("", answer.answer())));
    }

    /** The name of the question, after the name of its subject if it has one. */
    static String title(ApiAnswer answer, PageContext context) {
        String question = PageTexts.in(context.language()).question(answer.question());
        return answer.subject().map(name -> name + " · " + question).orElse(question);
    }

    static Section section(String name, Part part) {
        List<Map.Entry<String, Part>> values = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        if (part.value().isArray()) {
            add(name, part, values, tables);
        }
        for (Map.Entry<String, Part> field : part.fields()) {
            Part value = field.getValue();
            if ((name.isEmpty() && field.getKey().equals(NEXT)) || isForPrograms(field.getKey(), part)) {
                continue;
            }
            if (value.value().isObject()) {
                sections.add(section(field.getKey(), value));
            } else {
                add(field.getKey(), value, values, tables);
            }
        }
        return new Section(name, values, tables, sections);
    }

    private static void add(String name, Part part, List<Map.Entry<String, Part>> values, List<Table> tables) {
        if (part.value().isArray()
                && part.items().stream().anyMatch(item -> item.value().isObject())) {
            tables.add(new Table(name, columns(part), part.items()));
        } else {
            values.add(Map.entry(name, part));
        }
    }

    /** Whether a component of an object is the name of a rule whose text stands beside it. */
    public static boolean isForPrograms(String name, Part object) {
        return name.equals(RULE) && object.get("text").exists();
    }

    private static List<String> columns(Part list) {
        Set<String> names = list.items().stream()
                .flatMap(item -> item.fields().stream()
                        .map(Map.Entry::getKey)
                        .filter(name -> !name.equals(PATH) && !isForPrograms(name, item)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return List.copyOf(names);
    }
}
