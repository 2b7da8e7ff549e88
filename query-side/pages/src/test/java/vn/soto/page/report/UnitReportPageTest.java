package vn.soto.page.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.soto.page.Rendered;

final class UnitReportPageTest {

    private static final String QUESTION = "/api/units/{unit}/reports/{quarter}";
    private static final String LEDGER = "/api/dashboards/u?boundaries=as-now&quarter=2026-Q2";
    private static final String DEFINITIONS = "/api/indicators?version=4";
    private static final String PEOPLE = "/api/units/u/people?asOf=70&quarter=2026-Q2";
    private static final String LINKS = """
            "links":{"ids":{"unit":{"u":{"href":"/api/units/u","name":"Bàu Bàng"},"p":{"href":"/api/units/p","name":"Hồ Chí Minh"}}}}""";
    private static final String SUBMITTED = """
            {"freshness":{"moment":{"commit":90,"at":"2026-08-01T03:00:00Z","chain":"ffff"}},
            "answer":{"unit":"u","quarter":"2026-Q2","firstDay":"2026-04-01","lastDay":"2026-06-30","dueOn":"2026-07-08","indicators":4,
            "state":"WAITING","version":2,"content":"c0ffee","recipient":"p","waitingDays":3,"pin":{"commit":70,"chain":"abcd"},
            "matches":true,"changed":1,"lines":[
            {"code":"H04","name":"Số hộ","counted":"hộ","value":5,"sumOfParts":7,"note":"hai hộ đã chuyển","silent":1},
            {"code":"H05.zalo","name":"Lượt qua Zalo","counted":"lượt","value":3,"sumOfParts":3,"silent":0},
            {"code":"P01","name":"Buổi","counted":"buổi","value":0,"sumOfParts":0,"silent":0}],
            "parts":[{"team":"t1","name":"Tổ A","version":1,"content":"d00d","pinnedTo":60,"now":2,"waiting":0,"lacks":0},
            {"through":"v","name":"Xã B","version":3,"content":"d11d","pinnedTo":61,"waiting":0,"lacks":0}],
            "lacking":[{"team":"t2","name":"Tổ C","state":"RETURNED"}],"narrative":{"difficulties":"Thiếu máy"},
            "versions":[{"version":1,"commit":40,"at":"2026-07-01T03:00:00Z","by":"x","late":false,"state":"RETURNED","judgments":[]},
            {"version":2,"commit":71,"at":"2026-07-09T03:00:00Z","by":"x","late":true,"state":"WAITING","judgments":[]}]},
            """ + LINKS + "}";

    private final Rendered rendered = new Rendered(new UnitReportPage());

    private String page(String shown, String json, boolean ended) {
        return rendered.html(
                Rendered.answer(QUESTION, "/api/units/u/reports/2026-Q2", json),
                Rendered.context(shown, Map.of()),
                address -> ended && address.contains("as-now")
                        ? Rendered.refused(address)
                        : Rendered.saying(UnitReportPageTest::further).apply(address));
    }

    private static String further(String address) {
        if (address.startsWith("/api/dashboards")) {
            return "{\"answer\":{\"total\":{\"households\":6,\"byChannel\":{\"ZALO\":3}}}}";
        }
        if (address.contains("/people")) {
            return """
                {"answer":{"lines":[{"people":"CONFIRMED_ADULTS","persons":30,"whole":40,"permille":750},
                {"people":"SKILLED_WORKERS"}]}}""";
        }
        return address.equals(DEFINITIONS)
                ? """
                {"answer":{"indicators":[{"code":"H04","dashboard":"households"},{"code":"H05.zalo","dashboard":"byChannel.ZALO"},
                {"code":"P01"}]}}"""
                : "{\"answer\":{\"version\":1,\"lines\":[{\"code\":\"H04\",\"value\":4}]}}";
    }

    @Test
    void aLineStandsBesideItsPartsTheVersionBeforeAndTheLedgerOfNow() {
        String html = page("/units/u/reports/2026-Q2", SUBMITTED, false);
        assertThat(rendered.asked())
                .containsExactly(LEDGER, DEFINITIONS, "/api/units/u/reports/2026-Q2?version=1", PEOPLE);
        assertThat(html)
                .contains(
                        "data-at=\"/answer/lines/0/value\" value=\"5\"",
                        "data-at=\"/answer/lines/0/sumOfParts\" value=\"7\"",
                        "data-at=\"/answer/lines/0/value\" data-of=\"/api/units/u/reports/2026-Q2?version=1\" value=\"4\"",
                        "data-at=\"/answer/total/households\" data-of=\"" + LEDGER.replace("&", "&amp;")
                                + "\" value=\"6\"",
                        "▲ +1",
                        "hai hộ đã chuyển",
                        "1 tổ không nói đến")
                .contains("data-at=\"/answer/total/byChannel/ZALO\"");
    }

    @Test
    void theFiveLinesAreThoseThatTheVersionKnew() {
        assertThat(page("/units/u/reports/2026-Q2", SUBMITTED, false))
                .contains(
                        "Phong trào “Bình dân học vụ số”",
                        "data-at=\"/answer/lines/0/permille\" data-of=\"" + PEOPLE.replace("&", "&amp;")
                                + "\" value=\"750\">75%");
    }

    @Test
    void aPartLeadsToTheVersionThatCountsAndSaysWhatIsAcceptedNow() {
        assertThat(page("/units/u/reports/2026-Q2?asOf=90", SUBMITTED, false))
                .contains(
                        "href=\"/teams/t1/reports/2026-Q2?asOf=90&amp;version=1\"",
                        "href=\"/units/v/reports/2026-Q2?asOf=90&amp;version=3\"",
                        "▲ nay đã tiếp nhận lần 2",
                        "href=\"/verify?commit=60\"",
                        "bị trả lại",
                        "▲ muộn");
    }

    @Test
    void aUnitThatHasEndedIsComparedInItsOwnBoundaries() {
        String html = page("/units/u/reports/2026-Q2", SUBMITTED, true);
        assertThat(rendered.asked()).endsWith(LEDGER.replace("as-now", "as-was"));
        assertThat(html).contains("data-of=\"" + LEDGER.replace("&", "&amp;").replace("as-now", "as-was") + "\"");
    }

    @Test
    void aDraftSaysThatItIsOneAndWhatLacks() {
        String draft = """
                {"freshness":{"moment":{"commit":90,"at":"2026-08-01T03:00:00Z","chain":"ffff"}},
                "answer":{"unit":"u","quarter":"2026-Q2","firstDay":"2026-04-01","lastDay":"2026-06-30","dueOn":"2026-07-08",
                "indicators":4,"state":"DRAFT","matches":true,"changed":0,"lines":[],"parts":[],
                "lacking":[{"through":"v","name":"Xã B","state":"NOT_SUBMITTED"}],"narrative":{},"versions":[]},""" + LINKS + "}";
        assertThat(page("/units/u/reports/2026-Q2", draft, false))
                .contains("○ chưa nộp", "Chưa gửi. Dưới đây là số liệu", "chưa có báo cáo nào bên dưới", "Xã B")
                .doesNotContain("Mã nội dung", "<table class=\"report\">");
    }
}
