package vn.soto.page.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.soto.page.ApiAnswer;
import vn.soto.page.Part;
import vn.soto.page.View;

/**
 * The content of a record's page.
 *
 * @param facts    values by name
 * @param marks    texts to look at
 * @param versions oldest first; empty if the answer tells none
 * @param lists    lists of related things
 */
public record RecordSheet(
        List<Map.Entry<String, Part>> facts, List<String> marks, List<Version> versions, List<Listing> lists) {

    /** @param of answer whose list it is */
    public record Listing(String name, ApiAnswer of, Part rows, List<String> columns) {

        /** Whether the page of that answer would show nothing more: all columns of all rows, and nothing to be done there. */
        boolean isWhole() {
            return !of.isProblem()
                    && of.links().get("commands").isEmpty()
                    && !of.links().get("next").exists()
                    && rows.items().stream()
                            .allMatch(row -> row.fields().stream().allMatch(field -> columns.contains(field.getKey())));
        }
    }

    /** Addresses of answers that need no page of their own beside this one. */
    public List<String> shownWhole() {
        return lists.stream()
                .filter(Listing::isWhole)
                .map(list -> list.of.address())
                .toList();
    }

    /** The plain values of an answer and of some of its objects, but for what is shown elsewhere. */
    static List<Map.Entry<String, Part>> facts(Part answer, List<String> elsewhere, String... within) {
        List<Map.Entry<String, Part>> facts = new ArrayList<>();
        add(answer, elsewhere, facts);
        for (String name : within) {
            add(answer.get(name), elsewhere, facts);
        }
        return facts;
    }

    private static void add(Part object, List<String> elsewhere, List<Map.Entry<String, Part>> facts) {
        object.fields().stream()
                .filter(field -> !elsewhere.contains(field.getKey()))
                .filter(field -> !field.getValue().isEmpty())
                .filter(field -> !field.getValue().value().isObject())
                .filter(field -> field.getValue().items().stream()
                        .noneMatch(item -> item.value().isObject()))
                .forEach(facts::add);
    }

    View view(String title, ApiAnswer answer) {
        Map<String, Object> values = new HashMap<>(Map.of("answer", answer, "sheet", this));
        return new View(title, "record/record.jte", values);
    }
}
