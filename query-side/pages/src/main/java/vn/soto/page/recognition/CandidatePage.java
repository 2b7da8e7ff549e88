package vn.soto.page.recognition;

import java.util.List;
import java.util.Map;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** Why a candidate has a score: each component with its formula and numbers, what counts and what does not. */
@PageOf("/api/recognition-rounds/{round}/candidates/{candidate}")
public final class CandidatePage implements QuestionPage {

    CandidatePage() {}

    /** Roles that object to a score of their own places. */
    private static final List<String> OBJECTING = List.of("MEMBER", "LEADER", "OFFICER", "ADMINISTRATOR");

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(
                page.t("round.candidate", name(answer, page)),
                "recognition/candidate.jte",
                Map.of("answer", answer, "doubt", doubt(answer, page)));
    }

    /** The form of an objection to a figure of this score; empty if the round takes none, or not from the reader. */
    private static String doubt(ApiAnswer answer, PageContext page) {
        if (!answer.answer().get("objectable").isTrue()
                || page.isPast()
                || OBJECTING.stream().noneMatch(page::holds)) {
            return "";
        }
        String form = Addresses.with(
                "/round-step/" + RoundStep.OBJECT, "round", answer.variables().getOrDefault("round", ""));
        form = Addresses.with(form, "who", answer.variables().getOrDefault("candidate", ""));
        return Addresses.with(form, "to", page.address());
    }

    /** Digits of an id without a name, by which readers tell two apart. */
    private static final int SHOWN = 4;

    /** The name, if the answer has it. */
    static String name(ApiAnswer answer, PageContext page) {
        return named(answer, answer.answer().get("who"), page);
    }

    public static String named(ApiAnswer answer, Part who, PageContext page) {
        String kind = who.get("member").exists() ? "member" : "team";
        String id = who.get(kind).text();
        return answer.called(id)
                .orElseGet(() -> page.t(
                        "round." + kind,
                        page.isAuditor() ? page.format().id(id) : id.substring(Math.max(0, id.length() - SHOWN))));
    }
}
