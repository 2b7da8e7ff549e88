package vn.soto.page.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.PaperForm;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** A round of recognition: ranks with what does not differ statistically, who is not eligible and why, objections, the decision. */
@PageOf("/api/recognition-rounds/{round}")
public final class RoundPage implements QuestionPage {

    private static final String RULE = "try";
    private static final String VIEW = "view";
    private static final String PRESENT = "/present-scores";
    private static final String WHAT_IF = "/what-if?rule=";
    private static final String HONOURS = "honours";
    private static final String TODAY = "today";

    /** Another version of the rule, or the ledger of today, to compare with; the published honours alone, which can be printed. */
    @Override
    public Set<String> options() {
        return Set.of(RULE, VIEW);
    }

    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        List<String> further = new ArrayList<>(List.of("/api/recognition-rules"));
        String round = answer.address().split("\\?", 2)[0];
        if (isScored(answer) && page.option(VIEW).equals(TODAY)) {
            further.add(page.known(round + PRESENT));
        }
        String rule = page.option(RULE);
        if (rule.matches("[0-9]{1,6}")) {
            further.add(round + WHAT_IF + rule);
        }
        return List.copyOf(further);
    }

    /** Whether there are scores that today's can be compared with, which takes the events of all teams of the round. */
    public static boolean isScored(ApiAnswer round) {
        String stage = round.answer().at("about/stage").text();
        return stage.equals("SCORED") || stage.equals("DECIDED");
    }

    @Override
    public Optional<PaperForm> paper(ApiAnswer answer) {
        return RoundHonours.isDecided(answer) ? Optional.of(new RoundPaper()) : Optional.empty();
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part about = answer.answer().get("about");
        Map<String, Object> values = new HashMap<>(Map.of("answer", answer, "rules", further.getFirst()));
        for (ApiAnswer each : further) {
            if (each.address().contains(PRESENT)) {
                values.put("present", each);
            } else if (each.address().contains(WHAT_IF)) {
                values.put("whatIf", each);
            }
        }
        String unit = answer.link("unit", about.get("unit").text()).get("name").text();
        if (page.option(VIEW).equals(HONOURS)) {
            return new View(
                    page.t("round.honours-of", RoundCard.name(about, page), unit),
                    "recognition/round-honours.jte",
                    Map.of("answer", answer));
        }
        return new View(
                page.t(
                        "round.title",
                        page.value("roundKind", about.get("kind").text()),
                        unit,
                        RoundCard.period(about, page)),
                "recognition/round.jte",
                values);
    }
}
