package vn.soto.page.activity;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageTable;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/**
 * The events behind a figure: what it counts, entry by entry, as many as the figure says.
 *
 * @param question that answers the figure of a dashboard or of a report; both answer alike
 */
record FigurePage(String question) implements QuestionPage {

    @Override
    public String question() {
        return question;
    }

    @Override
    public boolean hasTables(ApiAnswer answer) {
        return true;
    }

    @Override
    public List<PageTable> tables(ApiAnswer answer, PageContext page) {
        List<PageTable.Column> columns = Stream.of("recorded", "sentence", "who", "commit")
                .map(path -> PageTable.Column.of(path, answer, page))
                .toList();
        return List.of(new PageTable(
                answer.answer().get("name").text(),
                columns,
                each -> each.answer().get("entries").items().stream()
                        .flatMap(entry -> entry.items().stream())
                        .toList()));
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part figure = answer.answer();
        String place = answer.subject().orElse("");
        String title = figure.get("name").text() + (place.isEmpty() ? "" : " · " + place);
        return new View(title, "dashboard/figure.jte", Map.of("answer", answer));
    }
}
