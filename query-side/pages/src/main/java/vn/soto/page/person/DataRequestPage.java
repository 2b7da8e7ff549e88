package vn.soto.page.person;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** A request of a person about their own data: what is asked, by when, what was done, and the way to the file. */
@PageOf("/api/data-requests/{dataRequest}")
final class DataRequestPage implements QuestionPage {

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part here = answer.answer();
        String subject = here.get("subject").text();
        Map<String, Object> values = new HashMap<>();
        values.put("answer", answer);
        values.put("record", page.to(PersonFilePage.record(here)));
        values.put("file", page.may("PERSON_FILE") ? page.to("/persons/" + Addresses.encoded(subject) + "/file") : "");
        return new View(
                page.t(
                        "person.request",
                        page.value(answer, "kind", here.get("kind").text()),
                        page.format().text(here.get("receivedOn").text())),
                "person/request.jte",
                values);
    }
}
