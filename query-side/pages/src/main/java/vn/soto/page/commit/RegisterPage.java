package vn.soto.page.commit;

import java.util.List;
import java.util.Map;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageTable;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/**
 * A register beside the ledger: who read personal data, or whom access was refused.
 *
 * @param title   key of its title
 * @param rows    path of the list in the answer
 * @param columns components of a row that are taken out
 */
record RegisterPage(String question, String title, String template, String rows, List<String> columns)
        implements QuestionPage {

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
        return List.of(PageTable.of(answer, page, rows, columns));
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(page.t(title), template, Map.of("answer", answer));
    }
}
