package vn.soto.page.record;

import java.util.List;
import java.util.Map;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** The consents of a household: each purpose with its last one, what can be done about it, and what was before. */
@PageOf("/api/households/{household}/consents")
public final class ConsentsPage implements QuestionPage {

    /** Everything that consent is asked for, in the order in which a card has it. */
    private static final List<String> PURPOSES = List.of("CONTACT", "FOLLOW_UP", "PHOTO", "PUBLICATION");

    /**
     * The consents of a household to one purpose.
     *
     * @param purpose its code
     * @param all     oldest first; empty if it was never asked
     */
    public record Line(String purpose, List<Part> all) {

        /** Those before the last. */
        public List<Part> before() {
            return all.subList(0, Math.max(0, all.size() - 1));
        }

        public boolean isGiven() {
            return !all.isEmpty() && !all.getLast().get("until").exists();
        }
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        List<Part> consents = answer.answer().get("consents").items();
        return new View(
                page.title(answer),
                "record/consents.jte",
                Map.of(
                        "answer",
                        answer,
                        "says",
                        says(answer, page),
                        "lines",
                        PURPOSES.stream()
                                .map(purpose -> new Line(
                                        purpose,
                                        consents.stream()
                                                .filter(each -> each.get("purpose")
                                                        .text()
                                                        .equals(purpose))
                                                .toList()))
                                .toList()));
    }

    /** The purposes of consents in force, in one sentence; of a list that has others, too, those without an end. */
    static String says(ApiAnswer answer, PageContext page) {
        List<String> given = answer.answer().get("consents").items().stream()
                .filter(consent -> !consent.get("until").exists())
                .map(consent ->
                        page.value(answer, "purpose", consent.get("purpose").text()))
                .toList();
        return given.isEmpty()
                ? page.t("household.no-consent")
                : page.t("household.consents", String.join("; ", given));
    }
}
