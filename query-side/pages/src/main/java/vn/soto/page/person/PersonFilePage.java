package vn.soto.page.person;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/**
 * All that is recorded about one person, in words: contact, consents, requests, events and readers. An administrator finds
 * there the ways to what the person may ask for; the reader's own file has none.
 *
 * @param question template of the question that the page answers
 */
record PersonFilePage(String question) implements QuestionPage {

    static final String FILE = "/api/persons/{subject}/file";
    static final String OWN = "/api/me/file";

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        boolean own = question.equals(OWN);
        Part here = own ? answer.answer().get("file") : answer.answer();
        Map<String, Object> values = new HashMap<>();
        values.put("answer", answer);
        values.put("here", here);
        values.put("own", own);
        values.put("record", own ? "" : record(here));
        boolean decides = !own && page.holds("ADMINISTRATOR") && !page.isPast();
        values.put("receive", decides ? receive(here, page) : "");
        values.put("erase", decides && here.get("erasure").isEmpty() ? erase(here, page) : "");
        return new View(own ? page.t("person.own") : title(here, page), "person/file.jte", values);
    }

    private static String title(Part here, PageContext page) {
        return here.get("erasure").exists()
                ? page.t("person.gone")
                : page.t("person.title", here.at("person/name").optional().orElseGet(() -> page.t("person.unnamed")));
    }

    /** The page of the record that the subject of an answer is: a household, a member, a business or a request. */
    static String record(Part here) {
        String[] subject = subject(here);
        return switch (subject[0]) {
            case "household" -> "/households/" + subject[1];
            case "member" -> "/members/" + subject[1];
            case "business" -> "/businesses/" + subject[1];
            default -> "/requests/" + subject[1];
        };
    }

    /** Kind and id. */
    private static String[] subject(Part here) {
        return here.get("subject").text().split(":", 2);
    }

    private static String receive(Part here, PageContext page) {
        return Addresses.with(
                Addresses.with(
                        "/do/receive-data-request",
                        "subject",
                        here.get("subject").text()),
                "to",
                page.address());
    }

    /** The form of the erasure, called like its field by the kind; the basis of one that the person asks for is known. */
    private static String erase(Part here, PageContext page) {
        String[] subject = subject(here);
        String form = Addresses.with("/do/erase-" + subject[0] + "-data", subject[0], subject[1]);
        boolean asked = here.get("dataRequests").items().stream()
                .anyMatch(request -> request.get("kind").text().equals("ERASURE")
                        && request.get("dueOn").exists());
        String filled = asked
                ? Addresses.with(Addresses.with(form, "basis", "REQUEST_OF_THE_SUBJECT"), "reason", "REQUEST_OF_PERSON")
                : form;
        return Addresses.with(filled, "to", page.address());
    }
}
