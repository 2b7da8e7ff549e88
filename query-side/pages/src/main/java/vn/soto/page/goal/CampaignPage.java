package vn.soto.page.goal;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** A campaign: its days, its goals, and how far each place is. */
@Component
final class CampaignPage implements QuestionPage {

    @Override
    public String question() {
        return "/api/campaigns/{campaign}";
    }

    @Override
    public boolean isPersonal() {
        return false;
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(answer.answer().get("name").text(), "goal/campaign.jte", Map.of("answer", answer));
    }
}
