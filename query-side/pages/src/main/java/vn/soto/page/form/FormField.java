package vn.soto.page.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.soto.page.Part;

/**
 * A field of a form with its place in it.
 *
 * @param path        such as {@code content.services}; of a list of groups with the number of the row
 * @param description of the command's answer; of a list its item's, with the list's own label
 * @param several     whether it takes several values
 */
public record FormField(String path, Part description, boolean several) {

    /** Ids of persons who need not have been recorded before: whoever leaves them out means somebody new. */
    private static final Set<String> ALSO_EXISTING = Set.of("member");

    /** One of a page of its own. */
    public static FormField of(String path, String kind, boolean several, boolean needed) {
        return new FormField(
                path,
                new Part(
                        "",
                        JsonNodeFactory.instance.objectNode().put("of", kind).put("required", needed)),
                several);
    }

    /** Whether one must be chosen, and no more. */
    boolean isNeeded() {
        return !several && description.get("required").isTrue();
    }

    String kind() {
        return description.get("type").text().equals("subject")
                ? "subject"
                : description.get("of").text();
    }

    boolean inPath() {
        return description.get("in").exists();
    }

    /** Whether the machine makes it: it is the id of what the command makes. */
    static boolean isMade(Part field) {
        return field.get("new").isTrue()
                && !ALSO_EXISTING.contains(field.get("of").text());
    }

    static boolean isChoice(Part field) {
        String type = field.get("type").text();
        return type.equals("id") || type.equals("subject") || type.equals("uuid");
    }

    /** The fields of a command that choose, with those in the rows that a form has. */
    static List<FormField> choosing(Part command, Typed typed, Set<String> opened) {
        List<FormField> found = new ArrayList<>();
        command.get("fields")
                .items()
                .forEach(field -> collect(field, field.get("name").text(), typed, opened, found));
        return found;
    }

    private static void collect(Part field, String path, Typed typed, Set<String> opened, List<FormField> found) {
        switch (field.get("type").text()) {
            case "group" ->
                field.get("fields")
                        .items()
                        .forEach(inner ->
                                collect(inner, path + "." + inner.get("name").text(), typed, opened, found));
            case "list" -> {
                Part item = field.get("item");
                if (item.get("type").text().equals("group")) {
                    for (int row : rows(path, field.get("required").isTrue(), typed, opened)) {
                        item.get("fields")
                                .items()
                                .forEach(inner -> collect(
                                        inner,
                                        path + "." + row + "."
                                                + inner.get("name").text(),
                                        typed,
                                        opened,
                                        found));
                    }
                } else if (isChoice(item)) {
                    found.add(new FormField(path, item, true));
                }
            }
            default -> {
                if (isChoice(field) && !isMade(field)) {
                    found.add(new FormField(path, field, false));
                }
            }
        }
    }

    /**
     * The rows of a form's list of groups: the filled ones, and one more if asked for or if a required list is empty.
     */
    static List<Integer> rows(String path, boolean required, Typed typed, Set<String> opened) {
        List<Integer> rows = new ArrayList<>(typed.rows(path).stream()
                .filter(row -> typed.isFilled(path + "." + row))
                .toList());
        if ((rows.isEmpty() && required) || opened.contains(path)) {
            rows.add(rows.isEmpty() ? 0 : rows.getLast() + 1);
        }
        return rows;
    }
}
