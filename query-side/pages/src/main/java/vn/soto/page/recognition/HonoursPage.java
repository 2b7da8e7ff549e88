package vn.soto.page.recognition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.PaperForm;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** The published honours that are in force. */
@PageOf("/api/honours")
final class HonoursPage implements QuestionPage {

    @Override
    public Optional<PaperForm> paper(ApiAnswer answer) {
        return Optional.of(new HonoursPaper());
    }

    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        return HonourOrgans.questions(answer, page);
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(
                page.t("round.honours"),
                "recognition/honours.jte",
                Map.of("answer", answer, "organs", HonourOrgans.of(further, page)));
    }
}
