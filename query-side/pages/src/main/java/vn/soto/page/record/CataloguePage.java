package vn.soto.page.record;

import java.util.List;
import java.util.stream.Stream;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** The services with which members help, by their names; codes are for files. */
@PageOf("/api/catalogue")
final class CataloguePage implements QuestionPage {

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part here = answer.answer();
        List<String> columns =
                List.of(page.isEnglish() ? "en" : "vi", "category", "validFrom", "validTo", "needsProcedure");
        List<RecordSheet.Listing> lists = Stream.of("services", "coming")
                .filter(name -> !here.get(name).isEmpty())
                .map(name -> new RecordSheet.Listing(name, answer, here.get(name), columns))
                .toList();
        return new RecordSheet(RecordSheet.facts(here, List.of("on")), List.of(), List.of(), lists)
                .view(page.title(answer), answer);
    }
}
