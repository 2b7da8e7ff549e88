package vn.soto.page.stipend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.QuestionPage;
import vn.soto.page.Rendered;
import vn.soto.page.TitledPage;

final class StipendPagesTest {

    private static final String LINKS = """
            "links":{"ids":{"team":{"t":{"href":"/api/teams/t","name":"Tổ A"}},"member":{"m":{"href":"/api/members/m","name":"Người Một"}}}}""";
    private static final String STATEMENT = """
            {"freshness":{"moment":{"commit":90,"at":"2026-11-26T18:14:41Z","chain":"ffff"}},"answer":{"statement":"u:2026-Q2","unit":"u",
            "period":"2026-Q2","firstDay":"2026-04-01","lastDay":"2026-06-30","version":2,"state":"WAITING_FOR_APPROVAL","content":"c0ffee",
            "matches":true,"pinnedTo":60,"pinnedChain":"abcd","policies":[1],"total":3200000,"people":2,"lines":[
            {"team":"t","member":"m","months":["2026-04","2026-05"],"days":["2026-06-15"],"nights":["2026-06-16"],"amount":1700000,"commits":2},
            {"team":"t","months":["2026-04"],"days":[],"nights":[],"amount":1500000,"commits":1}],
            "findings":[{"kind":"MEMBER_IN_TWO_TEAMS","text":"Một người ở hai tổ.","team":"t","member":"m","otherTeam":"x",
            "otherStatement":"v:2026-Q2"}],"amends":1,"differences":[{"team":"t","member":"m","before":1500000,"after":1700000}],
            "versions":[{"version":1,"state":"REPLACED","content":"aa","total":3000000,"findings":0,"commit":61,
            "at":"2026-11-26T18:14:41Z","by":"a","approval":{"by":"b","at":"2026-11-26T19:14:41Z","commit":62}},
            {"version":2,"state":"WAITING_FOR_APPROVAL","content":"c0ffee","total":3200000,"findings":1,"commit":63,
            "at":"2026-11-26T18:14:41Z","by":"a","why":"Ghi sai"}]},""" + LINKS + "}";

    private static String html(QuestionPage page, PageContext context, String address, String json) {
        return new Rendered(page)
                .html(
                        Rendered.answer(page.question(), "/api" + address, json),
                        context,
                        Rendered.saying(_ -> "{\"answer\":{\"unit\":\"u\",\"name\":\"Bàu Bàng\"}}"));
    }

    private static PageContext reader(String address, String... may) {
        ApiAnswer me = Rendered.answer(
                "/api/me",
                "/api/me",
                "{\"answer\":{\"places\":[],\"rights\":[{\"may\":[\"" + String.join("\",\"", List.of(may)) + "\"]}]}}");
        return Rendered.context(address, me);
    }

    @Test
    void aLineSaysForWhichMonthsAndDaysAndLeadsToItsEvidence() {
        assertThat(html(
                        new StatementPage(),
                        reader("/stipends/u:2026-Q2", "STIPENDS"),
                        "/stipends/u:2026-Q2",
                        STATEMENT))
                .contains(
                        "Bảng kê chi hỗ trợ Quý II/2026 – Bàu Bàng",
                        "04/2026, 05/2026",
                        "15/06/2026",
                        "đêm 16/06/2026",
                        "data-at=\"/answer/lines/0/amount\" value=\"1700000\">1.700.000</data>",
                        "href=\"/stipends/u%3A2026-Q2/evidence?member=m&amp;team=t&amp;version=2\"",
                        "cả tổ")
                .doesNotContain("/do/");
    }

    @Test
    void whatIsToBeLookedAtStandsBeforeTheMoneyAndAccusesNobody() {
        String html = html(new StatementPage(), reader("/stipends/u:2026-Q2"), "/stipends/u:2026-Q2", STATEMENT);
        assertThat(html)
                .contains("một người ở hai tổ", "không kết luận ai sai", "href=\"/stipends/v%3A2026-Q2\"")
                .contains("data-at=\"/answer/differences/0/before\" value=\"1500000\"", "b duyệt");
        assertThat(html.indexOf("Xem trước khi chi")).isLessThan(html.indexOf("Chi cho ai, vì sao"));
    }

    @Test
    void whoGivesCommandsApprovesTheContentThatIsShown() {
        assertThat(leadingTo(""))
                .contains(
                        "/do/approve-stipend-statement?content=c0ffee&amp;period=2026-Q2",
                        "/do/compute-stipend-statement?period=2026-Q2",
                        "Người lập không tự duyệt");
        assertThat(leadingTo(",\"refused\":{\"text\":\"Người khác duyệt.\"}"))
                .contains("/do/compute-stipend-statement?period=2026-Q2", "Người khác duyệt.")
                .doesNotContain("/do/approve-stipend-statement");
    }

    /** @param refused why the reader does not approve */
    private static String leadingTo(String refused) {
        String commands = """
                "links":{"commands":{"approve-stipend-statement":{"href":"x","name":"Duyệt"%s},
                "compute-stipend-statement":{"href":"y","name":"Tính"}},""".formatted(refused);
        return html(
                new StatementPage(),
                reader("/stipends/u:2026-Q2", "STIPENDS", "COMMANDS"),
                "/stipends/u:2026-Q2",
                STATEMENT.replace("\"links\":{", commands));
    }

    @Test
    void theStatementsOfAUnitSayWhichAskToBeLookedAt() {
        assertThat(html(new StatementsPage(), reader("/units/u/stipends"), "/units/u/stipends", """
                {"answer":[{"statement":"u:2026-Q2","period":"2026-Q2","people":2,"latest":{"version":1,"state":"APPROVED","total":5,
                "findings":1,"at":"2026-11-26T18:14:41Z","by":"a"}}]}"""))
                .contains("Chi hỗ trợ – Bàu Bàng", "✓ đã duyệt", "href=\"/stipends/u%3A2026-Q2\"")
                .contains("data-at=\"/answer/0/latest/findings\" value=\"1\"");
    }

    @Test
    void evidenceAndRatesAreTables() {
        assertThat(html(
                        TitledPage.STIPEND_EVIDENCE,
                        reader("/stipends/u:2026-Q2/evidence?team=t"),
                        "/stipends/u:2026-Q2/evidence?team=t",
                        """
                        {"answer":{"statement":"u:2026-Q2","period":"2026-Q2","version":1,"count":1,"entries":[{"team":"t","member":"m",
                        "commit":271,"at":"2024-10-31T01:06:00Z","who":"demo-officer","events":["team.formed.v2"]}]},""" + LINKS + "}"))
                .contains("href=\"/commits/271\"", "Thành lập tổ", "Căn cứ của mọi dòng");
        assertThat(html(
                        TitledPage.STIPEND_RATES,
                        Rendered.context("/stipend-policy", Map.of()),
                        "/stipend-policy",
                        """
                {"answer":[{"version":1,"scheme":"PER_MEMBER","perMonth":500000,"perDay":200000,"perNight":260000,"fewestDays":15,
                "instrument":"12/NQ","signedOn":"2025-06-20","effectiveFrom":"2025-07-01","withdrawn":true}]}"""))
                .contains("500.000", "khoán theo thành viên", "12/NQ (20/06/2025)", "đã thu hồi");
    }
}
