package vn.soto.page.record;

import java.util.List;
import java.util.Map;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/**
 * A list as a table whose first column leads to the record.
 *
 * @param question template of the question
 * @param rows     path of the list in the answer; empty if the answer is the list
 * @param columns  components of a row, the one that names it first
 * @param filters  values of a parameter between which a reader chooses
 */
record ListPage(String question, String rows, List<String> columns, Filter filters) implements QuestionPage {

    ListPage(String question, String rows, String... columns) {
        this(question, rows, List.of(columns), Filter.NONE);
    }

    /** The same with links between the values of a parameter. */
    ListPage by(String parameter, String... values) {
        return new ListPage(question, rows, columns, new Filter(parameter, List.of(values)));
    }

    private static String title(ApiAnswer answer, PageContext page) {
        String searched = answer.answer().get("q").text();
        return searched.isEmpty() ? page.title(answer) : page.t("list.search", searched);
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part list = rows.isEmpty() ? answer.answer() : answer.answer().get(rows);
        return new View(
                title(answer, page),
                "record/list.jte",
                Map.of("answer", answer, "list", list, "columns", columns, "filter", filters));
    }
}
