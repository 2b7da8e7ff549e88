package vn.soto.page.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.PageTable;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** The services with which members help, by their names; codes are for files. */
@PageOf("/api/catalogue")
final class CataloguePage implements QuestionPage {

    private static final String SERVICES = "services";
    private static final ListPage VIETNAMESE = list("vi", "en");
    private static final ListPage ENGLISH = list("en", "vi");

    /** @param name component of the name in the reader's language */
    private static ListPage list(String name, String other) {
        return new ListPage(
                "/api/catalogue", SERVICES, name, other, "category", "validFrom", "validTo", "needsProcedure");
    }

    private static ListPage in(PageContext page) {
        return page.isEnglish() ? ENGLISH : VIETNAMESE;
    }

    @Override
    public Set<String> options() {
        return VIETNAMESE.options();
    }

    @Override
    public boolean isShown(Part row, ApiAnswer of, PageContext page) {
        return in(page).isShown(row, of, page);
    }

    @Override
    public List<PageTable> tables(ApiAnswer answer, PageContext page) {
        List<String> columns =
                Stream.concat(Stream.of("code"), in(page).columns().stream()).toList();
        return List.of(PageTable.of(answer, page, SERVICES, columns));
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        View list = in(page).view(answer, further, page);
        Map<String, Object> values = new HashMap<>(list.values());
        values.put("says", says(answer.answer(), page));
        return new View(list.title(), list.template(), values);
    }

    /** The decision on which it rests, and the services that will be added; ends with a blank. */
    private static String says(Part here, PageContext page) {
        String rests = page.t(
                "catalogue.rests",
                page.format().number(here.get("version").number()),
                here.get("instrument").text(),
                page.format().text(here.get("signedOn").text()),
                page.format().text(here.get("effectiveFrom").text()),
                page.format().number(here.get(SERVICES).items().size()));
        String coming = here.get("coming").items().stream()
                .map(service -> page.t(
                        "catalogue.coming",
                        page.format().text(service.get("validFrom").text()),
                        service.get(in(page).columns().getFirst()).text()))
                .collect(Collectors.joining(" "));
        return rests + " " + coming;
    }
}
