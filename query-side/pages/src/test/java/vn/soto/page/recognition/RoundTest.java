package vn.soto.page.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Rendered;

final class RoundTest {

    private static final PageContext READER = Rendered.context("/recognition-rounds/r", Map.of());

    private static ApiAnswer round(String stage, String more) {
        return Rendered.answer(
                "/api/recognition-rounds/{round}", "/api/recognition-rounds/r", """
                {"answer":{"about":{"round":"r","unit":"u","kind":"INDIVIDUAL","stage":"%s","from":"2026-Q2","to":"2026-Q2","rule":1,
                "quota":2,"nominated":2,"openObjections":0}%s},
                "links":{"ids":{"unit":{"u":{"href":"/api/units/u","name":"Bàu Bàng"}},
                "member":{"m1":{"href":"/api/members/m1","name":"Người Một"},"m2":{"href":"/api/members/m2","name":"Người Hai"}}}}}""".formatted(stage, more));
    }

    private static String rank(String member, int rank, int group, int score) {
        return """
                {"who":{"candidate":"member:%1$s","member":"%1$s"},"rank":%2$d,"group":%3$d,"score":%4$d,"margin":5648,
                "points":[{"criterion":"HOUSEHOLDS_HELPED","points":1590,"most":40000}],"nominated":true}""".formatted(member, rank, group, score);
    }

    private static ApiAnswer scored(int groupOfTheSecond) {
        return round(
                "SCORED", ",\"ranked\":[" + rank("m1", 1, 1, 5916) + "," + rank("m2", 2, groupOfTheSecond, 4624) + "]");
    }

    private static String html(ApiAnswer round) {
        return new Rendered(new RoundPage()).html(round, READER, Rendered.saying(_ -> "{\"answer\":[]}"));
    }

    @Test
    void nomineesAreSeenWhileTheRoundIsOpen() {
        assertThat(html(round("OPEN", ",\"proposed\":[{\"candidate\":\"member:m1\",\"member\":\"m1\"}]")))
                .contains("Được đề nghị khen thưởng (1)", "<li>Người Một</li>", "aria-current=\"step\">Chấm điểm");
    }

    @Test
    void pointsHaveOneDecimalAndTiesAreSaid() {
        assertThat(html(scored(1)))
                .contains("value=\"5916\">5,9<", "±5,6", "Hạng 1 đến hạng 2 không phân biệt được")
                .doesNotContain("5,916");
        assertThat(html(scored(2))).doesNotContain("không phân biệt được");
    }

    @Test
    void theStepsOfARoundFollowItsStage() {
        assertThat(RoundProgress.of(round("OPEN", "")).now()).isEqualTo(1);
        assertThat(RoundProgress.of(scored(1)).now()).isEqualTo(3);
        assertThat(RoundProgress.of(round("DECIDED", ",\"places\":[{\"place\":1,\"published\":false}]"))
                        .steps())
                .filteredOn(RoundProgress.Step::now)
                .extracting(RoundProgress.Step::name)
                .containsExactly("publication");
    }

    @Test
    void aStepOffersThoseItCanBeAbout() {
        ApiAnswer rules = Rendered.answer(
                "",
                "/api/recognition-rules",
                "{\"answer\":[{\"rule\":1,\"criteria\":"
                        + "[{\"criterion\":\"HOUSEHOLDS_HELPED\",\"name\":\"Hộ\"}],\"conditions\":[{\"gate\":\"ACTIVE\",\"name\":\"Đang hoạt động\"}]}]}");
        RoundStep decide = new RoundStep(RoundStep.DECIDE, scored(1), rules, null);
        assertThat(decide.choices(READER)).extracting(RoundStep.Choice::name).containsExactly("Người Một", "Người Hai");
        assertThat(new RoundStep(RoundStep.NOMINATE, scored(1), rules, null).choices(READER))
                .isEmpty();
        assertThat(new RoundStep(RoundStep.OBJECT, scored(1), rules, null).figures())
                .extracting(RoundStep.Figure::name)
                .containsExactly("Hộ", "Đang hoạt động");
        ApiAnswer decided = round("DECIDED", """
                ,"places":[{"who":{"candidate":"member:m1","member":"m1"},"published":false,"consented":true},
                {"who":{"candidate":"member:m2","member":"m2"},"published":false,"consented":false}]""");
        assertThat(new RoundStep(RoundStep.PUBLISH, decided, rules, null).choices(READER))
                .extracting(RoundStep.Choice::value)
                .containsExactly("member:m1");
        assertThat(new RoundStep(RoundStep.CONSENT, decided, rules, null).choices(READER))
                .extracting(RoundStep.Choice::value)
                .containsExactly("member:m2");
    }

    @Test
    void figuresThatFellSinceTheDecisionAreFound() {
        ApiAnswer present = Rendered.answer("", "/api/recognition-rounds/r/present-scores", """
                {"answer":{"moved":1,"moves":[{"who":{"candidate":"member:m1"},"why":[{"criterion":"HOUSEHOLDS_HELPED","before":1590,
                "after":1192},{"criterion":"TRAININGS","before":0,"after":900}]}]}}""");
        RoundStep revoke = new RoundStep(RoundStep.REVOKE, round("DECIDED", ""), present, present);
        assertThat(revoke.fallen("member:m1")).isEqualTo(List.of("HOUSEHOLDS_HELPED"));
        assertThat(revoke.fallen("member:m2")).isEmpty();
    }
}
