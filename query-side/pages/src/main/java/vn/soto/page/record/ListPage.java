package vn.soto.page.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.page.ApiAnswer;
import vn.soto.page.CellValues;
import vn.soto.page.PageContext;
import vn.soto.page.PageTable;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;
import vn.soto.web.VietnameseOrder;

/**
 * A list as a table whose first column leads to the record; on phones each row is a card.
 *
 * @param question template of the question
 * @param rows     path of the list in the answer; empty if the answer is the list
 * @param columns  components of a row, the one that names it first
 * @param filters  values of parameters between which a reader chooses
 * @param finds    parameter of the question by which it looks for a part of a name; empty if the page looks in all that is answered
 * @param says     a sentence about all rows together; empty if there is none
 */
record ListPage(String question, String rows, List<String> columns, List<Filter> filters, String finds, Finding says)
        implements QuestionPage {

    /** A sentence about the rows of a list. */
    @FunctionalInterface
    interface Finding {

        /** @param more whether there are rows on a later page */
        String of(List<Part> rows, boolean more, PageContext page);
    }

    private static final String FIND = "find";
    private static final String SORT = "sort";
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    ListPage(String question, String rows, String... columns) {
        this(question, rows, List.of(columns), List.of(), "", (list, more, page) -> "");
    }

    /** The same with links between the values of a parameter. */
    ListPage by(String parameter, String... values) {
        List<Filter> all = Stream.concat(filters.stream(), Stream.of(new Filter(parameter, List.of(values))))
                .toList();
        return new ListPage(question, rows, columns, all, finds, says);
    }

    /** The same, in all of which the question looks by a parameter. */
    ListPage finding(String parameter) {
        return new ListPage(question, rows, columns, filters, parameter, says);
    }

    /** The same with a sentence about its rows. */
    ListPage saying(Finding finding) {
        return new ListPage(question, rows, columns, filters, finds, finding);
    }

    @Override
    public Set<String> options() {
        return finds.isEmpty() ? Set.of(FIND, SORT) : Set.of(SORT);
    }

    private static String title(ApiAnswer answer, PageContext page) {
        String searched = answer.answer().get("q").text();
        return searched.isEmpty() ? page.title(answer) : page.t("list.search", searched);
    }

    /** A list whose question does not look for anything is searched and sorted here. */
    @Override
    public boolean isWhole(PageContext page) {
        return finds.isEmpty() && !(page.option(FIND).isEmpty() && sort(page).isEmpty());
    }

    private String sort(PageContext page) {
        return columns.contains(page.option(SORT)) ? page.option(SORT) : "";
    }

    @Override
    public boolean hasTables(ApiAnswer answer) {
        return true;
    }

    @Override
    public List<PageTable> tables(ApiAnswer answer, PageContext page) {
        return List.of(PageTable.of(answer, page, rows, columns));
    }

    @Override
    public boolean isShown(Part row, ApiAnswer of, PageContext page) {
        return text(row, of, page).contains(lower(page.option(FIND)));
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        String sort = sort(page);
        List<ApiAnswer> all = Stream.concat(Stream.of(answer), further.stream())
                .filter(each -> !each.isProblem())
                .toList();
        List<ListRow> found = new ArrayList<>();
        all.forEach(each -> (rows.isEmpty() ? each.answer() : each.answer().get(rows))
                .items()
                .forEach(row -> found.add(new ListRow(row, each))));
        found.removeIf(row -> !isShown(row.row(), row.of(), page));
        boolean more = all.getLast().links().get("next").exists();
        List<ListRow> shown = sort.isEmpty() ? found : sorted(found, sort, page);
        return new View(
                title(answer, page),
                "record/list.jte",
                Map.of(
                        "answer",
                        answer,
                        "last",
                        all.getLast(),
                        "list",
                        shown,
                        "columns",
                        columns,
                        "filters",
                        filters,
                        "find",
                        finds.isEmpty() ? FIND : finds,
                        "sort",
                        sort,
                        "says",
                        says.of(shown.stream().map(ListRow::row).toList(), more, page)));
    }

    /** Numbers from the largest, days from the first, texts in the order of the Vietnamese alphabet. */
    private static List<ListRow> sorted(List<ListRow> rows, String column, PageContext page) {
        return VietnameseOrder.sorted(rows, row -> order(row, column, page), row -> "").stream()
                .sorted(Comparator.comparingDouble(
                        row -> -row.row().get(column).value().asDouble(0)))
                .toList();
    }

    /** A day as it is stored, not as it is written; everything else as it is read. */
    private static String order(ListRow row, String column, PageContext page) {
        Part part = row.row().get(column);
        return DAY.matcher(part.text()).lookingAt() ? part.text() : text(part, column, row.of(), page);
    }

    /** The text of a row in small letters. */
    private String text(Part row, ApiAnswer answer, PageContext page) {
        return columns.stream()
                .map(column -> text(row.get(column), column, answer, page))
                .collect(Collectors.joining(" "));
    }

    private static String text(Part part, String name, ApiAnswer answer, PageContext page) {
        return lower(CellValues.text(name, part, answer, page));
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
