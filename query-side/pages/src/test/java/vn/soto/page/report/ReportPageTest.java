package vn.soto.page.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.soto.page.Rendered;

final class ReportPageTest {

    private static final String PEOPLE = """
            {"answer":{"unit":{"unit":"u","kind":"COMMUNE","name":"Bàu Bàng"},"lines":[
            {"people":"CONFIRMED_ADULTS","persons":0,"whole":40,"permille":0,"guided":90},{"people":"SKILLED_ADULTS","guided":7}]}}""";

    private static String page(String shown, String commands) {
        return new Rendered(new ReportPage())
                .html(
                        Rendered.answer(
                                "/api/teams/{team}/reports/{quarter}", "/api/teams/t/reports/2026-Q4", """
                        {"freshness":{"moment":{"commit":90,"at":"2026-11-26T18:14:41Z","chain":"ffff"}},"answer":{"team":"t",
                        "quarter":"2026-Q4","state":"DRAFT","pin":{"commit":90,"chain":"ffff"},"matches":true,"recipient":{"unit":"u","name":"xã Bàu Bàng"},"period":{},"checks":[],"versions":[],
                        "figures":[{"code":"H01","value":512,"name":"Tổng số hộ","unit":"hộ","reported":512,"source":"RESIDENCE_REGISTER"},
                        {"code":"P02","value":0,"name":"Người dự","unit":"lượt người","reported":37,"source":"ATTENDANCE_LIST",
                        "override":{"value":37,"by":"leader"}},
                        {"code":"H05","value":3,"name":"Lượt","unit":"lượt","reported":4,"override":{"value":4,"by":"leader","why":"Khác sổ"}},
                        {"code":"R.skills-confirmed","value":6,"name":"Xác nhận phổ cập","unit":"người","reported":6}]},
                        "links":{"commands":%s}}""".formatted(
                                                commands)),
                        Rendered.context(shown, Map.of()),
                        Rendered.saying(address -> address.contains("/people") ? PEOPLE : "{\"answer\":{}}"));
    }

    private static String line(String page, String code) {
        String from = page.substring(page.indexOf("<code>" + code + "</code>"));
        return from.substring(0, from.indexOf("</tr>"));
    }

    @Test
    void whatPeopleStateStandsInItsColumnWithItsSource() {
        String page = page("/teams/t/reports/2026-Q4", "{}");
        assertThat(line(page, "H01"))
                .contains("<td class=\"number value\">–</td>", "data-at=\"/answer/figures/0/value\" value=\"512\"")
                .contains("ghi tay theo sổ theo dõi cư trú");
        assertThat(line(page, "P02"))
                .contains("data-at=\"/answer/figures/1/value\" value=\"0\"", "override/value\" value=\"37\"")
                .contains("ghi tay theo danh sách người dự có chữ ký – leader");
        assertThat(line(page, "H05")).contains("Khác sổ – leader").doesNotContain("ghi tay");
    }

    @Test
    void whoMayStatesALineByHandFromIt() {
        String commands = "{\"state-report-line\":{\"href\":\"x\"},\"state-household-total\":{\"href\":\"y\"}}";
        String page = page("/teams/t/reports/2026-Q4", commands);
        assertThat(line(page, "P02")).contains("/do/state-report-line?code=P02&amp;quarter=2026-Q4&amp;team=t");
        assertThat(line(page, "H01")).contains("/do/state-household-total?quarter=2026-Q4&amp;team=t");
        assertThat(line(page, "H05")).doesNotContain("/do/");
        assertThat(line(page("/teams/t/reports/2026-Q4?asOf=7", commands), "P02"))
                .doesNotContain("/do/");
    }

    /** 0 is a number; what nobody told is none. The team's own people stand beside those of the commune. */
    @Test
    void theFiveLinesOfTheMovementAreThoseOfTheCommuneWithWhatTheTeamGuided() {
        String page = page("/teams/t/reports/2026-Q4", "{}");
        assertThat(page).contains("Phong trào “Bình dân học vụ số” – Xã Bàu Bàng");
        String lines = page.substring(page.indexOf("id=\"movement\""));
        assertThat(lines)
                .contains(
                        "data-at=\"/answer/lines/0/persons\" data-of=\"/api/units/u/people?quarter=2026-Q4\" value=\"0\"",
                        "data-at=\"/answer/figures/3/reported\" value=\"6\"",
                        "Tổ này hướng dẫn trong quý")
                .doesNotContain("/answer/lines/0/guided", "/answer/lines/1/persons", "/answer/lines/1/guided");
    }
}
