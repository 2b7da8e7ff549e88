package vn.soto.page.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.QuestionPage;
import vn.soto.page.Rendered;
import vn.soto.page.TitledPage;

final class DetectionPagesTest {

    private static final String DETECTOR = """
            {"code":"BURST_OF_HELP","version":1,"name":"Nhiều lượt","definition":"Từ 5 hộ","innocent":"Ghi chung một giờ",
            "thresholds":{"MINUTES":10,"PERSONS":5}}""";
    private static final String LINKS = """
            "links":{"ids":{"team":{"t":{"href":"/api/teams/t","name":"Tổ A"}},"member":{"m":{"href":"/api/members/m"}},
            "unit":{"u":{"href":"/api/units/u","name":"Bàu Bàng"}}}}""";
    private static final String SAMPLE = """
            {"answer":{"callBackSample":"s","unit":"u","quarter":"2026-Q2","commit":8,"at":"2026-07-14T01:14:57Z","selection":{"finding":"f.1"},
            "algorithm":1,"size":30,"seed":"fedef40f1ef6caf463d4","seedCommit":7,"repeated":true,"overall":{"records":90,"drawn":30,"confirmed":10,
            "denied":3,"notReached":2,"open":15,"share":769,"lower":497,"upper":919,"unknown":4},
            "strata":[{"team":"t","member":"m","estimate":{"records":90,"drawn":30,"confirmed":10,"denied":3,"notReached":2,"open":15}}],
            "records":[{"assistance":"a","team":"t","member":"m","state":"TO_CORRECT","result":"DENIED","by":"x",
            "calledAt":"2026-07-15T01:00:00Z","commit":11,"correct":[{"command":"void-assistance","href":"/api/assistances/a/void"}]},
            {"assistance":"b","team":"t","member":"m","state":"OPEN"}],"toCorrect":1},""" + LINKS + "}";

    private static String html(QuestionPage page, PageContext context, String address, String json) {
        return new Rendered(page)
                .html(
                        Rendered.answer(page.question(), "/api" + address, json),
                        context,
                        Rendered.saying(_ -> "{\"answer\":[" + DETECTOR + ",{\"code\":\"OTHER\",\"name\":\"Khác\"}]}"));
    }

    private static String html(QuestionPage page, String address, String json) {
        return html(page, Rendered.context(address, Map.of()), address, json);
    }

    private static PageContext officer(String address) {
        ApiAnswer me = Rendered.answer(
                "/api/me",
                "/api/me",
                "{\"answer\":{\"places\":[],\"rights\":[{\"may\":[\"FINDINGS\",\"COMMANDS\",\"RECORDS\"]}]}}");
        return Rendered.context(address, me);
    }

    @Test
    void findingsPointAndSayThatAllMayBeRight() {
        String html = html(new UnitFindingsPage(), "/units/u/findings?detector=BURST_OF_HELP", """
                {"answer":{"unit":"u","quarter":"2025-Q1","firstDay":"2025-01-01","lastDay":"2025-03-31","total":2,"findings":[
                {"finding":"t.1","detector":"BURST_OF_HELP","version":1,"name":"Nhiều lượt","team":"t","member":"m","matches":5,"of":9},
                {"finding":"t.2","detector":"BURST_OF_HELP","version":1,"name":"Nhiều lượt","team":"t","device":"d","matches":7,"of":9}]},""" + LINKS + "}");
        assertThat(html)
                .contains(
                        "không phải lỗi của ai; có thể đều đúng",
                        "href=\"/findings/t.1\"",
                        "data-at=\"/answer/findings/1/matches\" value=\"7\"",
                        "thiết bị")
                .doesNotContain("Khác", "/do/draw-call-back-sample");
    }

    @Test
    void aFindingHasWhyItCanBeInnocentItsRecordsAndASampleToDraw() {
        String html = html(
                new FindingPage(), officer("/findings/t.1"), "/findings/t.1", """
                {"answer":{"line":{"finding":"t.1","detector":"BURST_OF_HELP","version":1,"name":"Nhiều lượt","team":"t","member":"m",
                "matches":2,"of":9},"detector":%s,"quarter":"2025-Q1","total":3,"evidence":[
                {"assistance":"a","session":null,"commit":5,"group":1},{"assistance":"b","session":null,"commit":6,"group":2},
                {"assistance":null,"session":"o","commit":7,"group":2}]},""".formatted(DETECTOR) + LINKS + "}");
        assertThat(html)
                .contains(
                        "Ghi chung một giờ",
                        "Nhóm 1",
                        "Nhóm 2",
                        "href=\"/assistances/a\"",
                        "href=\"/outreach/o\"",
                        "data-at=\"/answer/detector/thresholds/MINUTES\" value=\"10\"",
                        "selection.finding=t.1");
    }

    @Test
    void aDetectorSaysWhatItLooksForAndWhyThatCanBeInnocent() {
        assertThat(html(TitledPage.DETECTORS, "/detectors", "{\"answer\":[" + DETECTOR + "]}"))
                .contains("Từ 5 hộ", "Có thể là chuyện bình thường:", "Ghi chung một giờ", "phút");
    }

    @Test
    void aSampleCanBeDrawnAgainAndTellsWithItsIntervalWhatItSays() {
        String html =
                html(TitledPage.CALL_BACK_SAMPLE, officer("/call-back-samples/s"), "/call-back-samples/s", SAMPLE);
        assertThat(html)
                .contains(
                        "href=\"/commits/7\"",
                        "rút lại: đúng mẫu này",
                        "href=\"/findings/f.1\"",
                        "data-at=\"/answer/overall/share\" value=\"769\">76,9%</data>",
                        "49,7%",
                        "91,9%",
                        "chưa gọi được ai")
                .contains("/do/void-assistance?assistance=a", "/do/record-call-back?assistance=b");
    }

    @Test
    void whoGivesNoCommandsSeesNoForms() {
        assertThat(html(TitledPage.CALL_BACK_SAMPLE, "/call-back-samples/s", SAMPLE))
                .doesNotContain("/do/");
    }

    @Test
    void theSamplesOfAUnitAreAListWithTheirIntervals() {
        assertThat(html(TitledPage.SAMPLES_OF_UNIT, "/units/u/call-back-samples", """
                {"answer":{"unit":"u","total":1,"samples":[{"callBackSample":"s","unit":"u","quarter":"2026-Q2","commit":8,
                "at":"2026-07-14T01:14:57Z","selection":{},"overall":{"records":9,"drawn":9,"confirmed":0,"denied":3,"notReached":0,"open":6,
                "share":0,"lower":0,"upper":562,"unknown":0}}]},""" + LINKS + "}"))
                .contains("href=\"/call-back-samples/s\"", "56,2%", "data-at=\"/answer/samples/0/overall/denied\"");
    }
}
