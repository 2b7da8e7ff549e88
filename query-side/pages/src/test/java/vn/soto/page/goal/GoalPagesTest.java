package vn.soto.page.goal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.soto.page.PageContext;
import vn.soto.page.Rendered;
import vn.soto.page.TitledPage;

final class GoalPagesTest {

    private static final String GOAL = """
            {"indicator":"H04","name":"Hộ được giúp","counted":"hộ","goal":{"bound":"AT_LEAST","value":60,"measure":"%s"},
            "numerator":30,"denominator":120,"met":false%s}""";

    private static PageContext officer(String address) {
        return Rendered.context(
                address,
                Rendered.answer(
                        "/api/me",
                        "/api/me",
                        "{\"answer\":{\"account\":\"can.bo\",\"on\":\"2026-11-30\",\"quarter\":\"2026-Q4\",\"places\":[],"
                                + "\"rights\":[{\"role\":\"OFFICER\",\"everywhere\":false,\"unit\":\"p\",\"may\":[]}]}}"));
    }

    private static String targets(String targets, String commands) {
        return new Rendered(new TargetsPage())
                .html(
                        Rendered.answer(
                                "/api/units/{unit}/targets", "/api/units/u/targets", """
                        {"answer":{"unit":{"unit":"u","kind":"COMMUNE","name":"Bàu Bàng"},"quarter":"2026-Q4","firstDay":"2026-10-01",
                        "lastDay":"2026-12-31","on":"2026-11-30","met":0,"targets":[%s],"below":[],"former":[]},
                        "links":{"commands":{%s}}}""".formatted(targets, commands)),
                        officer("/units/u/targets"),
                        Rendered.saying(_ -> "{}"));
    }

    private static String target(String measure) {
        return GOAL.formatted(measure, ",\"instrument\":\"31/KH\",\"signedOn\":\"2026-10-01\",\"history\":[]");
    }

    @Test
    void aTargetIsSaidInWords() {
        assertThat(targets(target("COUNT"), "")).contains("ít nhất 60 hộ", "▲ chưa đạt", "31/KH, 01/10/2026");
        assertThat(targets(target("PERCENT_OF_HOUSEHOLDS"), "")).contains("ít nhất 60% số hộ đã đăng ký", "(25% của");
    }

    @Test
    void aTargetIsRevisedInAFormFilledWithIt() {
        String set = "\"set-target\":{\"name\":\"Giao chỉ tiêu\"}";
        assertThat(targets(target("COUNT"), set + ",\"revise-target\":{\"name\":\"Điều chỉnh\"}"))
                .contains(
                        "/do/revise-target?goal.bound=AT_LEAST&amp;goal.measure=COUNT&amp;goal.value=60&amp;indicator=H04"
                                + "&amp;quarter=2026-Q4",
                        "/do/set-target?");
        assertThat(targets("", set)).contains("Chưa giao chỉ tiêu nào cho Quý IV/2026", "class=\"button primary\"");
        assertThat(targets(target("COUNT"), "")).doesNotContain("/do/");
    }

    @Test
    void aCampaignSaysItsGoalsAndHowFarEachPlaceIs() {
        String html = new Rendered(TitledPage.CAMPAIGN)
                .html(
                        Rendered.answer("/api/campaigns/{campaign}", "/api/campaigns/c", """
                        {"answer":{"campaign":"c","unit":"u","name":"Ra quân","firstDay":"2026-12-05","lastDay":"2026-12-20",
                        "state":"PLANNED","goals":[%1$s],"places":[{"unit":"k","kind":"QUARTER","name":"Khu phố 2","goals":[%1$s]}],
                        "area":[%1$s],"undated":0},"links":{"commands":{}}}""".formatted(
                                        GOAL.formatted("COUNT", ""))),
                        officer("/campaigns/c"),
                        Rendered.saying(_ -> "{}"));
        assertThat(html).contains("sắp diễn ra", "05/12/2026 – 20/12/2026", "ít nhất 60 hộ", "Ngoài các nơi trên");
    }

    @Test
    void peopleAreANumberNothingKnownOrZeroAndEachIsStatedInAFormForIt() {
        String html = new Rendered(new PeoplePage())
                .html(
                        Rendered.answer("/api/units/{unit}/people", "/api/units/u/people", """
                        {"answer":{"unit":{"unit":"u","kind":"COMMUNE","name":"Bàu Bàng"},"quarter":"2026-Q4","firstDay":"2026-10-01",
                        "lastDay":"2026-12-31","on":"2026-11-30","members":9,"registered":1240,"membersPer100Residents":0.13,
                        "householdsPerMember":137.8,"lines":[{"people":"CONFIRMED_ADULTS","persons":0,"whole":40,"permille":0},
                        {"people":"SKILLED_ADULTS","persons":41,"whole":40,"permille":1025},{"people":"SKILLED_PUPILS"}],
                        "counts":[{"people":"ADULTS","persons":40,"since":"2026-11-01","source":"RESIDENCE_REGISTER","history":[
                        {"on":"2026-11-01","persons":40,"source":"RESIDENCE_REGISTER","commit":7,"at":"2026-11-02T03:00:00Z","by":"x"},
                        {"on":"2026-11-05","commit":9,"at":"2026-11-06T03:00:00Z","by":"x"}]},
                        {"people":"RESIDENTS","persons":7000,"summed":3,"history":[]},{"people":"PUPILS","lacking":2,"history":[]}]},
                        "links":{"commands":{"state-people-count":{"name":"Ghi số người của địa bàn"}}}}"""),
                        officer("/units/u/people"),
                        Rendered.saying(_ -> "{}"));
        assertThat(html)
                .contains(
                        "Dân số và phổ cập kỹ năng số",
                        "value=\"0.13\">0,13<",
                        "value=\"137.8\">137,8<",
                        "value=\"0\">0%<",
                        "▲ lớn hơn tổng số",
                        "Học sinh, sinh viên có kỹ năng số",
                        "cộng từ 3 đơn vị cấp dưới",
                        "còn 2 đơn vị cấp dưới chưa có số",
                        "đã rút lại",
                        "/do/state-people-count?people=PUPILS");
    }
}
