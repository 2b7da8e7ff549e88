package vn.soto.page.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Rendered;

final class WorkAndListsTest {

    private static final ApiAnswer ME = Rendered.answer(
            "/api/me",
            "/api/me",
            "{\"answer\":{\"account\":\"lan\",\"places\":[],\"rights\":[{\"role\":\"MEMBER\",\"may\":[]}]}}");

    private static final String HELP = """
            {"assistance":"a-%s","day":"%s","team":"t","household":"h","categories":["VNEID"],"channel":"ZALO",
             "mode":"SELF_PERFORMED","outcome":"%s","members":["m"],"voided":%s,"hundredths":50%s}""";

    private static final String NAMES = """
            "links":{"ids":{"household":{"h":{"href":"/api/households/h","name":"Nguyễn Văn Ba · BB07-0131"}}},
             "names":{"member":{"m":"người 3f2a"}}}""";

    @Test
    void aHouseholdIsItsHistoryOfHelpWithAppointmentsFirst() {
        ApiAnswer household = Rendered.answer("/api/households/{household}", "/api/households/h", """
                {"answer":{"household":"h","reference":"BB07-0131","unit":"u","state":"PRESENT","member":"m","since":"2024-10-31",
                 "charges":[],"consents":[],"units":[]},%s}""".formatted(NAMES));
        String help = HELP.formatted("1", "2026-11-03", "NEEDS_FOLLOW_UP", false, ",\"dueOn\":\"2026-12-05\"") + ","
                + HELP.formatted("2", "2026-02-01", "DONE", true, "");
        String html = new Rendered(new HouseholdPage())
                .html(
                        household,
                        Rendered.context("/households/h", ME),
                        address -> address.startsWith("/api/households/h/assistances")
                                ? Rendered.answer(
                                        "/api/households/{household}/assistances",
                                        address,
                                        """
                                {"answer":{"household":"h","count":1,"firstDay":"2025-01-01","records":[%s]},%s}""".formatted(
                                                        help,
                                                        NAMES.replace(
                                                                "\"links\":{",
                                                                "\"links\":{\"commands\":{\"record-assistance\":{\"href\":\"/api/assistances\"}},")))
                                : Rendered.refused(address));

        assertThat(html)
                .contains("<h1>Nguyễn Văn Ba · BB07-0131</h1>", "Quý này đã giúp", "Hẹn quay lại 05/12/2026")
                .contains("/visit?household=h", "người 3f2a", "03/11/2026", "đã rút lại, không tính");
        assertThat(html.indexOf("Hẹn quay lại")).isLessThan(html.indexOf("03/11/2026"));
    }

    @Test
    void whatAMemberDidIsToldByDayAndCreditInWords() {
        ApiAnswer activity = Rendered.answer("/api/members/{member}/activity", "/api/members/m/activity", """
                {"answer":{"member":"m","quarter":"2026-Q4","firstDay":"2026-10-01","lastDay":"2026-12-31","assistances":2,"credit":150,
                 "withheld":0,"late":0,"latest":"2026-11-25","byMode":{"SELF_PERFORMED":2},"records":[%s,%s]},%s}""".formatted(
                        HELP.formatted("1", "2026-11-24", "DONE", false, ""),
                        HELP.formatted("2", "2026-11-25", "DONE", false, ""),
                        NAMES));
        String html = new Rendered(new MemberWorkPage())
                .html(activity, Rendered.context("/members/m/activity", ME), Rendered::refused);

        assertThat(html)
                .contains("người 3f2a đã làm gì", "<strong>1,5</strong>", "Nguyễn Văn Ba", "Định danh điện tử VNeID")
                .doesNotContain(">a-1<", "hundredths");
        assertThat(html.indexOf("Thứ Tư, 25/11/2026")).isPositive().isLessThan(html.indexOf("Thứ Ba, 24/11/2026"));
    }

    @Test
    void aListIsSearchedAndSortedByWhatStandsInIt() {
        ListPage list = new ListPage("/api/teams", "items", "team", "members");
        ApiAnswer teams = Rendered.answer("/api/teams", "/api/teams", """
                {"answer":{"items":[{"team":"t-1","members":3},{"team":"t-2","members":7}],"total":2},
                 "links":{"ids":{"team":{"t-1":{"href":"/api/teams/t-1","name":"Tổ ấp Một"},"t-2":{"href":"/api/teams/t-2","name":"Tổ ấp Hai"}}}}}""");

        String sorted = new Rendered(list)
                .html(teams, Rendered.context("/teams?sort=members", Map.of("sort", "members")), Rendered::refused);
        assertThat(sorted.indexOf("Tổ ấp Hai")).isLessThan(sorted.indexOf("Tổ ấp Một"));
        String found = new Rendered(list)
                .html(teams, Rendered.context("/teams?find=MỘT", Map.of("find", "MỘT")), Rendered::refused);
        assertThat(found).contains("Tổ ấp Một").doesNotContain("Tổ ấp Hai");
    }

    @Test
    void aListSaysOfWhatIsComingWhatDiffers() {
        ListPage list = new ListPage("/api/teams", "items", "team", "members", "coming");
        ApiAnswer teams = Rendered.answer("/api/teams", "/api/teams", """
                {"answer":{"items":[{"team":"t-1","name":"Tổ ấp Một","members":3,"leaderless":false,"dissolved":false,
                  "coming":{"from":"2026-12-01","name":"Tổ ấp Một","members":4,"otherLeader":true,"leaderless":false,"dissolved":false}}],"total":1},
                 "links":{"ids":{"team":{"t-1":{"href":"/api/teams/t-1","name":"Tổ ấp Một"}}}}}""");

        assertThat(new Rendered(list).html(teams, Rendered.context("/teams", ME), Rendered::refused))
                .contains("Từ 01/12/2026:", "đổi tổ trưởng: ", "value=\"4\"")
                .doesNotContain("chưa có tổ trưởng: ", "đã giải thể: ");
    }

    @Test
    void aRightIsARoleAndAPlaceByName() {
        ApiAnswer accounts = Rendered.answer("/api/accounts", "/api/accounts", """
                {"answer":{"items":[{"account":"lan","rights":[{"role":"OFFICER","unit":"hcm-013"},{"role":"AUDITOR"}]}]},
                 "links":{"ids":{"unit":{"hcm-013":{"href":"/api/units/hcm-013","name":"Bàu Bàng"}}}}}""");

        assertThat(new Rendered(new ListPage("/api/accounts", "items", "account", "rights"))
                        .html(accounts, Rendered.context("/accounts", ME), Rendered::refused))
                .contains("Cán bộ xã, phường · <a href=\"/units/hcm-013\"", ">Bàu Bàng</a>")
                .doesNotContain(">hcm-013<");
    }

    @Test
    void aSearchLooksInAllPagesOfAList() {
        ListPage list = new ListPage("/api/accounts", "items", "account");
        ApiAnswer first = Rendered.answer("/api/accounts", "/api/accounts", """
                {"answer":{"items":[{"account":"lan-tran"}],"next":1},"links":{"next":{"href":"/api/accounts?from=1"}}}""");
        ApiAnswer second = Rendered.answer("/api/accounts", "/api/accounts?from=1", """
                {"answer":{"items":[{"account":"minh"}]},"links":{}}""");
        PageContext found = Rendered.context("/accounts?find=minh", Map.of("find", "minh"));

        assertThat(list.isWhole(Rendered.context("/accounts", Map.of()))).isFalse();
        assertThat(list.isWhole(found)).isTrue();
        assertThat(new Rendered(list).html(first, found, address -> second, List.of(second)))
                .contains("minh", "data-of=\"/api/accounts?from=1\"")
                .doesNotContain("lan-tran", "Trang sau");
    }

    @Test
    void namesAreSortedAsTheVietnameseAlphabetHasThemNumbersByTheirValueAndDaysByTime() {
        String[] names = {"Đông", "Ôn", "Khu phố 10", "Dương", "Ân", "Khu phố 2", "An", "Ăn"};
        StringBuilder rows = new StringBuilder();
        StringBuilder named = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            rows.append(i == 0 ? "" : ",")
                    .append("{\"request\":\"t-%d\",\"dueOn\":\"2026-%02d-%02d\"}".formatted(i, i + 1, 28 - i));
            named.append(i == 0 ? "" : ",")
                    .append("\"t-%d\":{\"href\":\"/api/requests/1\",\"name\":\"%s\"}".formatted(i, names[i]));
        }
        ApiAnswer answer = Rendered.answer(
                "/api/requests",
                "/api/requests",
                "{\"answer\":[%s],\"links\":{\"ids\":{\"request\":{%s}}}}".formatted(rows, named));

        standInOrder(sorted(answer, "request"), "An", "Ăn", "Ân", "Dương", "Đông", "Khu phố 2", "Khu phố 10", "Ôn");
        standInOrder(sorted(answer, "dueOn"), names);
    }

    private static String sorted(ApiAnswer answer, String column) {
        return new Rendered(new ListPage("/api/requests", "", "request", "dueOn"))
                .html(answer, Rendered.context("/requests?sort=" + column, Map.of("sort", column)), Rendered::refused);
    }

    private static void standInOrder(String html, String... names) {
        for (int i = 1; i < names.length; i++) {
            assertThat(html.indexOf(">" + names[i - 1] + "<"))
                    .as(names[i - 1] + " before " + names[i])
                    .isPositive()
                    .isLessThan(html.indexOf(">" + names[i] + "<"));
        }
    }
}
