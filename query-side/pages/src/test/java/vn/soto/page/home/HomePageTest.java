package vn.soto.page.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.soto.page.ApiAnswer;
import vn.soto.page.Rendered;

final class HomePageTest {

    private final List<String> asked = new ArrayList<>();
    private String entrance = "";

    private static ApiAnswer me(String rights, String more) {
        return Rendered.answer("/api/me", "/api/me", """
                {"answer":{"account":"a","on":"2026-11-26","quarter":"2026-Q4","rights":[%s],"places":[]%s},
                 "links":{"ids":{"unit":{"u-1":{"href":"/api/units/u-1","name":"Bàu Bàng"}},
                  "team":{"t-1":{"href":"/api/teams/t-1","name":"Tổ khu phố 2","within":["p-1","u-1","n-1"]}}}}}""".formatted(rights, more));
    }

    private ApiAnswer api(String address) {
        asked.add(address);
        String path = address.split("\\?", 2)[0];
        String json = switch (path) {
            case "/api" -> entrance;
            case "/api/units" -> "{\"answer\":[{\"unit\":\"p-1\",\"name\":\"Bình Dương\"}]}";
            case "/api/policy" ->
                "{\"answer\":{\"calendar\":\"CALENDAR\",\"terms\":{\"minimumMembers\":3,\"twoPersons\":[\"a\",\"b\"]}}}";
            case "/api/plans" -> "{\"answer\":[{\"plan\":\"1\"},{\"plan\":\"2\"}]}";
            case "/api/units/u-1/undecided" -> "{\"answer\":{\"households\":826}}";
            case "/api/units/u-1/reports" ->
                address.contains("2026-Q3")
                        ? "{\"answer\":{\"quarter\":\"2026-Q3\",\"totals\":{\"waiting\":4,\"overdue\":1}}}"
                        : "{\"answer\":{\"quarter\":\"2026-Q4\",\"totals\":{\"waiting\":0,\"overdue\":0}}}";
            case "/api/teams/t-1/reports/2026-Q3" -> report("2026-Q3", "WAITING", "2026-10-05");
            case "/api/teams/t-1/reports/2026-Q4" -> report("2026-Q4", "DRAFT", "2026-11-30");
            case "/api/dashboards/u-1/weeks" ->
                "{\"answer\":{\"weeks\":[{\"week\":\"2026-11-16\",\"count\":12},{\"week\":\"2026-11-23\",\"count\":3}]}}";
            default -> path.startsWith("/api/dashboards/") ? """
                        {"answer":{"quarter":"2026-Q4","firstDay":"2026-10-01","lastDay":"2026-12-31","total":{"assistances":%d,
                         "households":12,"byMode":{"SELF_PERFORMED":5},"teams":3,"members":9,"registered":400,"understaffed":1,
                         "leaderless":0,"unassigned":7}}}""".formatted(address.contains("2026-Q3") ? 31 : 20) : "";
        };
        return json.isEmpty() ? Rendered.refused(address) : Rendered.answer(path, address, json);
    }

    private static String report(String quarter, String state, String due) {
        return "{\"answer\":{\"quarter\":\"%s\",\"state\":\"%s\",\"period\":{\"dueOn\":\"%s\"}}}"
                .formatted(quarter, state, due);
    }

    private String home(ApiAnswer me, String address) {
        return new Rendered(new HomePage()).html(me, Rendered.context(address, me), this::api);
    }

    private static final String OFFICER = "{\"role\":\"OFFICER\",\"unit\":\"u-1\",\"everywhere\":false}";
    private static final String LEADER = "{\"role\":\"LEADER\",\"team\":\"t-1\",\"everywhere\":false}";
    private static final String ADMINISTRATOR = "{\"role\":\"ADMINISTRATOR\",\"everywhere\":true}";

    @Test
    void eachLineNamesTheQuestionOfItsNumberAndLeadsToIt() {
        assertThat(home(me(OFFICER, ""), "/"))
                .contains(
                        "<data data-at=\"/answer/totals/waiting\" data-of=\"/api/units/u-1/reports?limit=1&amp;quarter=2026-Q3\" value=\"4\">4</data>",
                        "href=\"/units/u-1/reports?quarter=2026-Q3\"",
                        "<data data-at=\"/answer/households\" data-of=\"/api/units/u-1/undecided\" value=\"826\">826</data>",
                        "Địa bàn của tôi · Bàu Bàng");
    }

    @Test
    void thisQuarterStandsBesideTheLast() {
        String figure = home(me(OFFICER, ""), "/")
                .replaceAll("(?s).*<h4 class=\"name\">Lượt hướng dẫn</h4>(.*?)</section>.*", "$1");
        assertThat(figure).containsSubsequence("value=\"20\"", "Quý trước:", "quarter=2026-Q3", "value=\"31\"");
    }

    @Test
    void whatIsLateComesFirstAndWhatDoesNotWaitIsFoldedAway() {
        String home = home(me(OFFICER, ""), "/");
        String waiting = home.substring(
                home.indexOf("<ul class=\"tasks\">"), home.indexOf("loại việc khác: không có gì cần làm"));
        assertThat(waiting.indexOf("báo cáo quá hạn nộp"))
                .isPositive()
                .isLessThan(waiting.indexOf("báo cáo chờ tiếp nhận"));
        assertThat(waiting).doesNotContain("tổ không có tổ trưởng");
        assertThat(home.substring(home.indexOf("loại việc khác: không có gì cần làm")))
                .contains("tổ không có tổ trưởng");
    }

    @Test
    void anotherAccountOfThePersonIsToldFirst() {
        ApiAnswer me = Rendered.answer("/api/me", "/api/me", """
                {"answer":{"account":"lan","on":"2026-11-26","quarter":"2026-Q4","rights":[],"places":[],"others":[{"account":"lan-2","since":"2026-11-20"}]}}""");

        assertThat(home(me, "/")).contains("gắn với cùng một người: lan-2, từ 20/11/2026", "báo quản trị viên");
    }

    @Test
    void aQuestionThatIsRefusedHasNoLine() {
        String home = home(me(OFFICER, ""), "/");
        assertThat(asked).contains("/api/units/u-1/requests?limit=1&state=overdue");
        assertThat(home).doesNotContain("yêu cầu hỗ trợ");
    }

    @Test
    void theWeeksAreALineAndText() {
        assertThat(home(me(OFFICER, ""), "/"))
                .contains(
                        "<figcaption>Lượt hướng dẫn mỗi tuần: tuần này 3, tuần trước 12",
                        "points=\"225.0,0.0 725.0,45.0\"",
                        "<data data-at=\"/answer/weeks/1/count\" data-of=\"/api/dashboards/u-1/weeks\" value=\"3\">3</data>");
    }

    @Test
    void whoHasAreasIsAskedAboutInOneRound() {
        home(me(OFFICER + "," + LEADER, ",\"member\":\"m-1\""), "/");
        assertThat(asked)
                .doesNotContain("/api/units", "/api/policy")
                .doesNotHaveDuplicates()
                .contains("/api?member=m-1&team=t-1&unit=u-1", "/api?unit=n-1");
    }

    @Test
    void aDoorToThePlaceOfTheReaderHasItsName() {
        entrance = """
                {"answer":{},"links":{"ids":{"unit":{"u-1":{"href":"/api/units/u-1","name":"Bàu Bàng"}}},"questions":{
                 "unit.units":{"href":"/api/units/u-1","name":"Địa bàn"},"teams":{"href":"/api/teams?unit=u-1","name":"Các tổ"},
                 "households":{"href":"/api/households","name":"Hộ của tổ"}}}}""";
        assertThat(home(me(OFFICER, ""), "/"))
                .contains("<a href=\"/units/u-1\">Bàu Bàng</a>", "<a href=\"/teams?unit=u-1\">Các tổ</a>")
                .contains("<details><summary><h2>Con người</h2>", "<details open><summary><h2>Hộ</h2>");
    }

    @Test
    void moreWaysToBeginThanFiveAreFolded() {
        String commands = Stream.of(
                        "record-assistance",
                        "receive-support-request",
                        "register-household",
                        "form-team",
                        "record-training",
                        "record-outreach")
                .map(command -> "\"%s\":{\"href\":\"/api/x\",\"name\":\"Nút %s\"}".formatted(command, command))
                .collect(Collectors.joining(","));
        entrance = "{\"answer\":{},\"links\":{\"commands\":{" + commands + "}}}";
        String home = home(me(OFFICER, ""), "/");
        String begin = home.substring(
                home.indexOf("<nav class=\"begin\""), home.indexOf("</nav>", home.indexOf("class=\"begin\"")));
        String folded = begin.substring(begin.indexOf("<details>"));

        assertThat(begin.substring(0, begin.indexOf("<details>")))
                .contains("button primary\" href=\"/do/record-assistance")
                .containsSubsequence("Nút record-assistance", "Nút record-training");
        assertThat(begin).contains("<details class=\"narrow\"><summary>Bắt đầu việc khác</summary>");
        assertThat(folded)
                .contains("1 việc khác", "Nút record-outreach")
                .doesNotContain("Nút record-training", "primary");
        entrance = "{\"answer\":{},\"links\":{\"commands\":{"
                + commands.substring(0, commands.indexOf(",\"record-outreach")) + "}}}";
        assertThat(home(me(OFFICER, ""), "/")).contains("Nút record-training").doesNotContain("1 việc khác");
        assertThat(home(me(LEADER, ""), "/")).contains("href=\"/visit\"").doesNotContain("Nút record-assistance");
    }

    @Test
    void aLengthOfAListIsNoNumberOfTheAnswer() {
        assertThat(home(me(ADMINISTRATOR, ""), "/"))
                .contains("<span class=\"count\">2</span> <span>đề nghị chờ người thứ hai duyệt")
                .doesNotContain("data-at=\"/answer\"");
    }

    @Test
    void aRightEverywhereIsShownOfTheFirstOfAllUnits() {
        home(me(ADMINISTRATOR, ""), "/");
        assertThat(asked).contains("/api/dashboards/p-1", "/api/units/p-1/undecided");
    }

    @Test
    void aLeaderSeesTheDaysThatAReportHasLeft() {
        assertThat(home(me(LEADER, ""), "/"))
                .contains("còn 4 ngày, hạn 30/11/2026", "Xem và nộp", "chờ tiếp nhận")
                .doesNotContain("quá hạn 52 ngày");
    }

    @Test
    void aHomeOfAMomentAsksAsOfIt() {
        String home = home(me(OFFICER, ""), "/?asOf=7");
        assertThat(asked).isNotEmpty().allSatisfy(address -> assertThat(address).contains("asOf=7"));
        assertThat(home).contains("href=\"/units/u-1/undecided?asOf=7\"");
    }

    @Test
    void everyRoleHasAHome() {
        for (String role : List.of("MEMBER", "AUDITOR", "VIEWER", "OPERATOR", "ORGANISATION_OFFICER")) {
            String right =
                    "{\"role\":\"%s\",\"everywhere\":true,\"team\":\"t-1\",\"organisation\":\"o-1\"}".formatted(role);
            assertThat(home(me(right, ",\"member\":\"m-1\""), "/"))
                    .as(role)
                    .contains("<h3>Việc cần làm</h3>", "id=\"duty-" + role);
        }
    }

    @Test
    void whoHasNoRightIsToldWhomToAsk() {
        assertThat(home(me("", ""), "/")).contains("Xin liên hệ quản trị viên");
    }
}
