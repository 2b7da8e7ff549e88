package vn.soto.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of an answer, as it is taken out into a file.
 *
 * @param name of the table
 * @param rows  the rows in an answer: of a list with several pages those of the page
 * @param found the columns that the rows in an answer have; none if the columns are chosen
 */
public record PageTable(
        String name,
        List<Column> columns,
        Function<ApiAnswer, List<Part>> rows,
        Function<ApiAnswer, List<Column>> found) {

    /** The link of an answer to its next page. */
    static final String NEXT = "next";

    /** Lists of answers that have pages. */
    private static final List<String> PAGED =
            List.of("events", "entries", "items", "lines", "reports", "commits", "steps");

    /** The place of an indicator in the answer of a dashboard, for programs. */
    private static final String PATH = "dashboard";

    public PageTable {
        columns = List.copyOf(columns);
    }

    /** A table with chosen columns. */
    public PageTable(String name, List<Column> columns, Function<ApiAnswer, List<Part>> rows) {
        this(name, columns, rows, answer -> List.of());
    }

    /** The table with the columns of a further page, too: what rows lack is not in them. */
    PageTable with(ApiAnswer answer) {
        Set<String> known = columns.stream().map(Column::path).collect(Collectors.toSet());
        List<Column> more = found.apply(answer).stream()
                .filter(column -> !known.contains(column.path))
                .toList();
        return more.isEmpty()
                ? this
                : new PageTable(
                        name, Stream.concat(columns.stream(), more.stream()).toList(), rows, found);
    }

    /** @param path of the cell in its row */
    public record Column(String path, String title) {

        /** A component of a row, or of an object in it, by its name. */
        public static Column of(String path, ApiAnswer answer, PageContext page) {
            int inner = path.lastIndexOf('/');
            String title = path.equals("id")
                    ? page.t("record.found")
                    : inner < 0
                            ? page.word(answer, path)
                            : inner(path.substring(0, inner), path.substring(inner + 1), answer, page);
            return new Column(path, page.format().first(title));
        }

        /** A value of an object that is keyed by values is called as the value, any other as both. */
        private static String inner(String object, String component, ApiAnswer answer, PageContext page) {
            String title = page.key(answer, object, component);
            return title.equals(page.word(answer, component)) ? page.word(answer, object) + ": " + title : title;
        }

        /** The name of the component. */
        String component() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /**
     * A list with chosen columns.
     *
     * @param rows  path of the list in the answer; empty if the answer is the list
     * @param paths of the columns
     */
    public static PageTable of(ApiAnswer answer, PageContext page, String rows, List<String> paths) {
        String list = rows.substring(rows.lastIndexOf('/') + 1);
        return new PageTable(
                list.isEmpty() ? page.title(answer) : page.format().first(page.word(answer, list)),
                paths.stream().map(path -> Column.of(path, answer, page)).toList(),
                each -> at(each, rows).items());
    }

    private static Part at(ApiAnswer answer, String path) {
        return path.isEmpty() ? answer.answer() : answer.answer().at(path);
    }

    /** Every list of objects in an answer with all components of its rows: first the one that goes on on further pages. */
    static List<PageTable> all(ApiAnswer answer, PageContext page) {
        List<PageTable> found = new ArrayList<>();
        collect("", answer.answer(), answer, page, found);
        Part paged = answer.answer();
        return found.stream()
                .sorted(Comparator.comparing(table -> PAGED.stream()
                        .filter(list ->
                                paged.get(NEXT).exists() && paged.get(list).exists())
                        .noneMatch(list ->
                                table.rows.apply(answer).equals(paged.get(list).items()))))
                .toList();
    }

    /** Whether something is, or has in it, a list of objects. */
    static boolean isIn(Part part) {
        return isList(part)
                || (part.value().isObject() && part.fields().stream().anyMatch(field -> isIn(field.getValue())));
    }

    private static void collect(String path, Part part, ApiAnswer answer, PageContext page, List<PageTable> found) {
        if (isList(part)) {
            Function<ApiAnswer, List<Column>> columns = of ->
                    paths(at(of, path)).map(each -> Column.of(each, of, page)).toList();
            String name = path.isEmpty() ? page.title(answer) : page.format().first(page.word(answer, part.name()));
            found.add(new PageTable(
                    name, columns.apply(answer), each -> at(each, path).items(), columns));
        } else if (part.value().isObject()) {
            for (Map.Entry<String, Part> field : part.fields()) {
                collect(
                        path.isEmpty() ? field.getKey() : path + "/" + field.getKey(),
                        field.getValue(),
                        answer,
                        page,
                        found);
            }
        }
    }

    private static boolean isList(Part part) {
        return part.value().isArray()
                && part.items().stream().anyMatch(item -> item.value().isObject());
    }

    /** The components of the rows; of an object of numbers each by itself. */
    private static Stream<String> paths(Part list) {
        Set<String> paths = list.items().stream()
                .flatMap(row -> row.fields().stream())
                .filter(field -> !field.getKey().equals(PATH) && !field.getKey().equals(NEXT))
                .flatMap(field -> isOfNumbers(field.getValue())
                        ? field.getValue().fields().stream().map(inner -> field.getKey() + "/" + inner.getKey())
                        : Stream.of(field.getKey()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return paths.stream();
    }

    private static boolean isOfNumbers(Part part) {
        return part.value().isObject()
                && !part.value().isEmpty()
                && part.fields().stream()
                        .allMatch(field -> field.getValue().value().isNumber());
    }
}
