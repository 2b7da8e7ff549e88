package vn.soto.page.recognition;

import java.util.List;
import java.util.Map;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** The rounds of recognition of a unit: who is honoured in each, and which honours were taken back, with the figures that proved false. */
@PageOf("/api/units/{unit}/recognition-rounds")
final class UnitRoundsPage implements QuestionPage {

    /** Of a unit with more decided rounds the others show where they are looked at. */
    private static final int MOST_SHOWN = 12;

    /** The decided rounds themselves. */
    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        return answer.answer().items().stream()
                .filter(round -> round.get("stage").text().equals("DECIDED"))
                .map(round -> page.known(address(round)))
                .limit(MOST_SHOWN)
                .toList();
    }

    private static String address(Part round) {
        return "/api/recognition-rounds/" + round.get("round").text();
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        String unit = answer.subject().orElse("");
        String title = unit.isEmpty() ? page.title(answer) : page.t("round.of-unit", unit);
        List<RoundCard> rounds = answer.answer().items().stream()
                .map(line -> new RoundCard(
                        line,
                        RoundCard.name(line, page),
                        further.stream()
                                .filter(round -> round.address().equals(page.known(address(line))))
                                .findFirst()
                                .orElse(null)))
                .toList();
        return new View(title, "recognition/unit-rounds.jte", Map.of("answer", answer, "rounds", rounds));
    }
}
