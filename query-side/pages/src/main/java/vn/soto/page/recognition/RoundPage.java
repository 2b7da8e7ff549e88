package vn.soto.page.recognition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.page.PrintForm;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** A round of recognition: ranks with what does not differ statistically, who is not eligible and why, objections, the decision. */
@Component
final class RoundPage implements QuestionPage {

    private static final String RULE = "try";
    private static final String VIEW = "view";
    private static final String HONOURS = "honours";

    @Override
    public String question() {
        return "/api/recognition-rounds/{round}";
    }

    /** Another version of the rule to compare with; the published honours alone, which can be printed. */
    @Override
    public Set<String> options() {
        return Set.of(RULE, VIEW);
    }

    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        String rule = page.option(RULE);
        String rules = "/api/recognition-rules";
        return rule.matches("[0-9]{1,6}")
                ? List.of(rules, answer.address().split("\\?", 2)[0] + "/what-if?rule=" + rule)
                : List.of(rules);
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part about = answer.answer().get("about");
        Map<String, Object> values = new HashMap<>(Map.of("answer", answer, "rules", further.getFirst()));
        if (further.size() > 1) {
            values.put("whatIf", further.get(1));
        }
        String unit = answer.link("unit", about.get("unit").text()).get("name").text();
        if (page.option(VIEW).equals(HONOURS)) {
            String title = page.t("round.honours-of", RoundCard.name(about, page), unit);
            return View.form(
                    title,
                    "recognition/round-honours.jte",
                    Map.of("answer", answer, "print", PrintForm.of(answer, page), "title", title));
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
