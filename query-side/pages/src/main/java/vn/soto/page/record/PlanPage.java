package vn.soto.page.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** A plan or proposal: what it says in full, who asks and why, and what a second person decides. */
@PageOf("/api/plans/{plan}")
final class PlanPage implements QuestionPage {

    /** In the title, in the sentence of the progress or among what to look at; the rest is for programs. */
    private static final List<String> ELSEWHERE = List.of(
            "plan",
            "kind",
            "why",
            "whyCode",
            "content",
            "steps",
            "reached",
            "left",
            "done",
            "repeated",
            "refused",
            "run",
            "submittedAt",
            "startedAt",
            "changedAt",
            "stepsPerSecond",
            "secondsLeft");

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part here = answer.answer();
        List<String> marks = new ArrayList<>();
        if (here.get("state").text().equals("AWAITING_APPROVAL")) {
            marks.add(page.t("plan.awaits"));
        }
        if (here.get("refused").number() > 0) {
            marks.add(page.t(
                    "plan.refused", page.format().number(here.get("refused").number())));
        }
        boolean isRun = here.get("steps").number() > 1;
        RecordSheet sheet =
                new RecordSheet(RecordSheet.facts(here, ELSEWHERE, "approval"), marks, List.of(), List.of());
        String kind =
                page.format().first(page.value(answer, "kind", here.get("kind").text()));
        return new View(
                page.t(
                        "plan.title",
                        kind,
                        page.format().text(here.get("submittedAt").text())),
                "record/plan.jte",
                Map.of("answer", answer, "sheet", sheet, "progress", isRun ? progress(here, page) : ""));
    }

    /** How far it is, in one sentence. */
    private static String progress(Part here, PageContext page) {
        String done = page.format().number(here.get("reached").number());
        String all = page.format().number(here.get("steps").number());
        return here.get("secondsLeft").exists()
                ? page.t(
                        "plan.running",
                        done,
                        all,
                        page.format().number(here.get("secondsLeft").number()))
                : page.t("plan.reached", done, all);
    }
}
