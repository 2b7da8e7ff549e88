package vn.soto.page.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PaperForm;
import vn.soto.page.Rendered;
import vn.soto.paper.Paper;

final class HonoursTest {

    private static final String LINKS = """
            "links":{"ids":{"unit":{"u":{"href":"/api/units/u","name":"Bàu Bàng"}},"round":{"r":{"href":"/api/recognition-rounds/r"}},
            "member":{"m1":{"href":"/api/members/m1","name":"Người Một"}}}}""";
    private static final String ROUNDS = """
            {"answer":[{"round":"r","unit":"u","kind":"INDIVIDUAL","stage":"DECIDED","from":"2026-Q2","to":"2026-Q2","rule":1,"quota":2,
            "nominated":3,"honoured":1,"openObjections":0},
            {"round":"s","unit":"u","kind":"COLLECTIVE","stage":"SCORED","from":"2026-Q1","to":"2026-Q2","rule":1,"quota":1,
            "nominated":1,"honoured":0,"openObjections":2,"decidableFrom":"2026-07-11"}],""" + LINKS + "}";
    private static final String ROUND = """
            {"answer":{"about":{"round":"r","unit":"u","kind":"INDIVIDUAL","stage":"DECIDED","from":"2026-Q2","to":"2026-Q2","rule":1,
            "quota":2,"pin":{"commit":7,"chain":"abcd","content":"c0de"}},"ranked":[{"who":{"candidate":"member:m3","member":"m3"},
            "rank":3,"points":[]}],
            "places":[{"place":1,"who":{"candidate":"member:m1","member":"m1"},"score":5916,"published":true},
            {"place":2,"who":{"candidate":"member:m2","member":"m2"},"score":4000,"published":true,"revoked":{
            "figures":[{"criterion":"HOUSEHOLDS_HELPED","decided":1590,"present":1192}],
            "decided":{"commit":7,"content":"aaaa"},"present":{"commit":9,"content":"bbbb"}}},
            {"place":3,"who":{"candidate":"member:m4","member":"m4"},"score":3000,"published":false}],
            "departures":[{"step":"DECISION","commit":8,"at":"2026-07-12T02:00:00Z","by":"can-bo","why":"Đã kiểm tra","whyText":"Giữ như đã chốt",
            "moves":[{"who":{"candidate":"member:m1","member":"m1"},"before":1,"after":2,"scoreBefore":5916,"scoreAfter":5000,
            "gained":[],"lost":["REPORTS_IN_TIME"],"displaced":true,"why":[]}]}]},""" + LINKS + "}";

    private static String rounds(String refusedAt) {
        return new Rendered(new UnitRoundsPage())
                .html(
                        Rendered.answer(
                                "/api/units/{unit}/recognition-rounds", "/api/units/u/recognition-rounds", ROUNDS),
                        Rendered.context("/units/u/recognition-rounds", Map.of()),
                        address -> address.equals(refusedAt)
                                ? Rendered.refused(address)
                                : Rendered.saying(_ -> ROUND).apply(address));
    }

    @Test
    void theRoundsOfAUnitTellWhoIsHonouredAndWhichFiguresWereFalse() {
        assertThat(rounds(""))
                .contains(
                        "Người Một",
                        "Giữ như đã chốt",
                        "data-at=\"/answer/departures/0/moves/0/after\" data-of=\"/api/recognition-rounds/r\" value=\"2\"",
                        "✗ báo cáo đúng hạn",
                        "đã thu hồi",
                        "data-at=\"/answer/places/1/revoked/figures/0/decided\" data-of=\"/api/recognition-rounds/r\""
                                + " value=\"1590\"",
                        "data-at=\"/answer/places/1/revoked/figures/0/present\"",
                        "href=\"/recognition-rounds/r/candidates/member%3Am2\">Khi quyết định</a>",
                        "href=\"/recognition-rounds/r?asOf=9&amp;view=today#today\">Nay tính lại</a>",
                        "href=\"/recognition-rounds/r?view=honours\"",
                        "quyết định được từ 11/07/2026")
                .doesNotContain("member%3Am3", "member%3Am4");
    }

    @Test
    void whoMayNotReadARoundSeesItsLineAlone() {
        assertThat(rounds("/api/recognition-rounds/r"))
                .contains("Cá nhân, Quý II/2026", "data-at=\"/answer/0/honoured\"")
                .doesNotContain("Người Một", "đã thu hồi");
    }

    @Test
    void theScoresOfTodayStandBesideTheFrozenOnesWhereTheyAreAskedFor() {
        String today = """
                {"answer":{"round":"r","same":true,"moved":1,"moves":[{"who":{"candidate":"member:m1","member":"m1"},"before":1,"after":2,
                "scoreBefore":5916,"scoreAfter":5000,"gained":[],"lost":[],"displaced":true,"why":[]}]},""" + LINKS + "}";
        String html = new Rendered(new RoundPage())
                .html(
                        Rendered.answer("/api/recognition-rounds/{round}", "/api/recognition-rounds/r", ROUND),
                        Rendered.context("/recognition-rounds/r?view=today", Map.of("view", "today")),
                        Rendered.saying(address -> address.contains("/present-scores") ? today : "{\"answer\":[]}"));
        assertThat(html)
                .contains(
                        "✓ Bảng điểm đã chốt, tính lại từ sổ: giống hệt",
                        "Muốn công bố thêm thì phải nêu lý do",
                        "data-at=\"/answer/moves/0/after\" data-of=\"/api/recognition-rounds/r/present-scores\" value=\"2\"",
                        "Giữ như đã chốt");
    }

    @Test
    void whoeverWaitsForTheScoresOfTodayIsToldThePlace() {
        ApiAnswer busy = new ApiAnswer(
                "",
                "/api/recognition-rounds/r/present-scores",
                503,
                JsonMapper.shared().readTree("{\"status\":503,\"detail\":\"Việc này đứng thứ 3 trong hàng chờ.\"}"));
        String html = new Rendered(new RoundPage())
                .html(
                        Rendered.answer("/api/recognition-rounds/{round}", "/api/recognition-rounds/r", ROUND),
                        Rendered.context("/recognition-rounds/r?view=today&try=2", Map.of("view", "today", "try", "2")),
                        address -> address.contains("-scores") || address.contains("what-if")
                                ? busy
                                : Rendered.answer("", address, "{\"answer\":[]}"));
        assertThat(html).contains("<p id=\"today\" class=\"empty\">Việc này đứng thứ 3 trong hàng chờ.</p>");
    }

    @Test
    void aDecisionSaysAsOfWhenTheScoresOfTodayWereSeenOnlyWhereTheyWere() {
        ApiAnswer round = Rendered.answer("/api/recognition-rounds/{round}", "/api/recognition-rounds/r", """
                {"answer":{"about":{"round":"r","unit":"u","kind":"INDIVIDUAL","stage":"DECIDED","pin":{"content":"c0de"}}},
                "freshness":{"commit":8},"links":{"commands":{"publish-honours":{"name":"Công bố"}}}}""");
        String address = "/recognition-rounds/r?view=today";
        String seen = "{\"answer\":{\"same\":true,\"moved\":0,\"moves\":[]},\"freshness\":{\"commit\":9}}";
        for (boolean answered : List.of(true, false)) {
            String html = new Rendered(new RoundPage())
                    .html(
                            round,
                            Rendered.context(address, Map.of("view", "today")),
                            asked -> answered || !asked.contains("/present-scores")
                                    ? Rendered.answer("", asked, seen)
                                    : Rendered.refused(asked));
            assertThat(html).contains("/round-step/publish-honours?", "content=c0de");
            if (answered) {
                assertThat(html).contains("comparedAt=9");
            } else {
                assertThat(html).doesNotContain("comparedAt");
            }
        }
    }

    @Test
    void aRoundAsksForNoScoresOfTodayByItself() {
        List<String> asked = new ArrayList<>();
        String html = new Rendered(new RoundPage())
                .html(
                        Rendered.answer("/api/recognition-rounds/{round}", "/api/recognition-rounds/r", ROUND),
                        Rendered.context("/recognition-rounds/r", Map.of()),
                        Rendered.saying(address -> {
                            asked.add(address);
                            return "{\"answer\":[]}";
                        }));
        assertThat(asked).containsExactly("/api/recognition-rules");
        assertThat(html).contains("href=\"/recognition-rounds/r?view=today#today\"");
    }

    @Test
    void theListOfARoundHasNobodyElse() {
        ApiAnswer round = Rendered.answer("/api/recognition-rounds/{round}", "/api/recognition-rounds/r", ROUND);
        String html = new Rendered(new RoundPage())
                .html(
                        round,
                        Rendered.context("/recognition-rounds/r?view=honours", Map.of("view", "honours")),
                        Rendered.saying(_ -> "{\"answer\":[]}"));
        assertThat(html)
                .contains("Danh sách khen thưởng – Cá nhân, Quý II/2026, Bàu Bàng", "Người Một")
                .doesNotContain("member%3Am3", "member%3Am4");
    }

    @Test
    void whoIsHonouredStandsWithTheRoundThatTheReaderMayFollow() {
        String html = new Rendered(new HonoursPage())
                .html(
                        Rendered.answer("/api/honours", "/api/honours", """
                        {"answer":[{"round":"r","unit":"u","kind":"INDIVIDUAL","firstDay":"2026-04-01","lastDay":"2026-06-30","member":"m1",
                        "name":"Người Được Khen"},{"round":"x","unit":"u","kind":"COLLECTIVE","firstDay":"2026-04-01","lastDay":"2026-06-30",
                        "team":"0192db03-eac0-7fa0-8e12-930662955f6f"}],""" + LINKS + "}"),
                        Rendered.context("/honours", Map.of()),
                        Rendered.saying(HonoursTest::unit));
        assertThat(html)
                .contains("Ủy ban nhân dân TP. Hồ Chí Minh · Khen thưởng", "<th scope=\"col\">Cơ quan khen thưởng</th>")
                .contains(">Ủy ban nhân dân xã Bàu Bàng</a>");
        assertThat(html)
                .contains("Người Được Khen", "href=\"/recognition-rounds/r?view=honours\"", "Tổ …955f6f", "Tập thể")
                .doesNotContain("/recognition-rounds/x");
    }

    private static String unit(String address) {
        return address.equals("/api/units")
                ? "{\"answer\":[{\"unit\":\"p\",\"kind\":\"MUNICIPALITY\",\"name\":\"Hồ Chí Minh\"}]}"
                : "{\"answer\":{\"unit\":\"u\",\"kind\":\"COMMUNE\",\"name\":\"Bàu Bàng\"}}";
    }

    /** The list is issued by the province, each honour by the committee of its round's unit. */
    @Test
    void thePaperNamesTheOrgans() {
        ApiAnswer honours = Rendered.answer("/api/honours", "/api/honours", """
                        {"answer":[{"round":"r","unit":"u","kind":"INDIVIDUAL","firstDay":"2026-04-01","lastDay":"2026-06-30","member":"m1",
                        "name":"Người Được Khen"}],""" + LINKS + "}");
        PageContext page = Rendered.context("/honours", Map.of());
        PaperForm form = new HonoursPage().paper(honours).orElseThrow();
        Paper paper = form.paper(
                honours,
                form.further(honours, page).stream()
                        .map(address -> Rendered.answer("", address, unit(address)))
                        .toList(),
                form.rows(honours, page),
                page);
        assertThat(paper.organ()).isEqualTo("Ủy ban nhân dân TP. Hồ Chí Minh");
        assertThat(paper.dated()).startsWith("Hồ Chí Minh, ngày");
        assertThat(paper.toString()).contains("Người Được Khen, Cá nhân, Ủy ban nhân dân xã Bàu Bàng");
    }
}
