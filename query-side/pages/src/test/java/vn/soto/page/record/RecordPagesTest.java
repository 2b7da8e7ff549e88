package vn.soto.page.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.soto.page.ApiAnswer;
import vn.soto.page.QuestionPage;
import vn.soto.page.Rendered;

final class RecordPagesTest {

    private static final ApiAnswer ME =
            Rendered.answer("/api/me", "/api/me", "{\"answer\":{\"places\":[],\"rights\":[{\"may\":[\"RECORDS\"]}]}}");

    private static String html(QuestionPage page, String address, String json) {
        return html(page, address, address, json);
    }

    private static String html(QuestionPage page, String address, String shown, String json) {
        ApiAnswer answer = Rendered.answer(page.question(), "/api" + address, json);
        return new Rendered(page).html(answer, Rendered.context(shown, ME), RecordPagesTest::further);
    }

    private static ApiAnswer further(String address) {
        return address.startsWith("/api/search") || address.contains("/memberships")
                ? Rendered.answer(address, address, """
                {"answer":{"hits":[{"id":"u-1","matches":[]},{"kind":"unit","id":"u-0",
                 "matches":[{"use":"CODE","text":"25747","from":"2024-01-01","until":"2025-06-30"}]}]},
                 "links":{"ids":{"unit":{"u-0":{"href":"/api/units/u-0","name":"Phú Cường"}}}}}""")
                : Rendered.refused(address);
    }

    @Test
    void aCorrectedRecordShowsWhatItSaidBeforeAndWhyItWasChanged() {
        String page = html(new AssistancePage(), "/assistances/a", """
                {"answer":{"assistance":"a","unit":"u","voided":false,"flags":["CORRECTED"],"hasNote":true,"outcome":"DONE",
                 "statement":{"mode":"DEMONSTRATED","services":["vneid","dvc"],"occurredAt":"2024-11-03T07:25:28Z"},"followUps":[],
                 "versions":[
                  {"commit":3,"event":"assistance.recorded.v3","recorded":"2024-11-03T08:00:00Z","who":"demo-leader-07",
                   "statement":{"mode":"SELF_PERFORMED","services":["vneid"]}},
                  {"commit":9,"event":"assistance.corrected.v2","recorded":"2024-11-05T08:00:00Z","who":"demo-leader-07","why":"ghi nhầm cách làm",
                   "statement":{"mode":"DEMONSTRATED","services":["vneid","dvc"]}}]}}""");
        assertThat(page)
                .contains(
                        "<del>",
                        "data-at=\"/answer/versions/0/statement/mode\"",
                        "“ghi nhầm cách làm”",
                        "href=\"/commits/9\"",
                        "Lịch sử thay đổi (2)",
                        "có ghi chú giữ kín");
        assertThat(page.indexOf("/answer/versions/0/statement/mode\">", page.indexOf("<del>")))
                .isPositive();
    }

    @Test
    void aWithdrawnRecordSaysThatItNoLongerCounts() {
        assertThat(html(new AssistancePage(), "/assistances/a", """
                {"answer":{"assistance":"a","voided":true,"flags":[],"statement":{"mode":"DEMONSTRATED"},
                 "versions":[{"commit":3,"event":"assistance.recorded.v3","statement":{"mode":"DEMONSTRATED"}},
                  {"commit":4,"event":"assistance.voided.v1","why":"ghi trùng"}]}}"""))
                .contains("đã rút lại, không tính", "Không đổi nội dung.", "“ghi trùng”");
    }

    @Test
    void aHouseholdWithoutAHelperIsMarked() {
        assertThat(html(new HouseholdPage(), "/households/h", """
                {"answer":{"household":"h","reference":"BB07-0007","state":"PRESENT","charges":[
                 {"team":"t","member":"m","from":"2024-10-31"},{"from":"2025-01-01","cause":"MEMBER_LEFT"}],"agreements":[],"units":[]}}"""))
                .contains("<h1>Hộ BB07-0007</h1>", "chưa có người phụ trách", "<ins>(trống)</ins>", "01/01/2025");
    }

    @Test
    void aHouseholdSaysWhatItConsentsToAndLeadsToTheRest() {
        assertThat(html(new HouseholdPage(), "/households/h", """
                {"answer":{"household":"h","reference":"BB07-0007","state":"PRESENT","charges":[],"units":[],"consents":[
                 {"purpose":"CONTACT","given":true,"day":"2026-08-12"},{"purpose":"PHOTO","given":true,"day":"2026-08-12"}]}}"""))
                .contains("Hộ đồng ý: gọi điện, nhắn Zalo; chụp ảnh.", "href=\"/households/h/consents\"");
        assertThat(html(new HouseholdPage(), "/households/h", """
                {"answer":{"household":"h","reference":"BB07-0007","state":"PRESENT","charges":[],"units":[],"consents":[]}}""")).contains("Hộ chưa đồng ý việc nào.");
    }

    private static String consents(String commands) {
        return html(new ConsentsPage(), "/households/h/consents", """
                {"answer":{"household":"h","consents":[
                 {"purpose":"CONTACT","since":"2026-08-12","textVersion":2,"method":"SPOKEN","team":"t","witness":"m","commit":41},
                 {"purpose":"PHOTO","since":"2026-01-12","until":"2026-08-12","textVersion":1,"method":"SIGNED_FORM","commit":9,"endedBy":41},
                 {"purpose":"PHOTO","since":"2026-08-12","until":"2026-09-03","textVersion":2,"method":"SIGNED_FORM","commit":41,"endedBy":52}]},
                 "links":{"commands":{%s}}}""".formatted(commands));
    }

    @Test
    void consentsSayWhatIsInForceSinceWhenWhatWasWithdrawnAndByWhichRecords() {
        assertThat(consents(""))
                .contains("Hộ đồng ý: gọi điện, nhắn Zalo.", "Đăng tin, nêu gương", "chưa hỏi", "1 lần trước")
                .containsPattern("Gọi điện, nhắn Zalo</strong> <span class=\"state ok\">✓ đồng ý từ 12/08/2026")
                .containsPattern("Chụp ảnh</strong> <span class=\"state warn\">▲ đã rút lại ngày 03/09/2026")
                .contains("bằng lời, có người làm chứng", "làm chứng:", "href=\"/commits/41\"", "href=\"/commits/52\"")
                .doesNotContain("href=\"/do/");
    }

    @Test
    void aConsentOffersWhatItsStateAllows() {
        String page = consents(
                Stream.of("record-consent", "withdraw-consent", "correct-consent", "take-back-consent-withdrawal")
                        .map(command -> "\"%s\":{\"href\":\"/api/x\",\"name\":\"%s\"}".formatted(command, command))
                        .collect(Collectors.joining(",")));
        assertThat(page)
                .contains(
                        "/do/withdraw-consent?household=h&amp;purpose=CONTACT",
                        "/do/correct-consent?enteredOn=2026-08-12&amp;household=h&amp;purpose=CONTACT",
                        "/do/take-back-consent-withdrawal?effectiveFrom=2026-09-03&amp;household=h&amp;purpose=PHOTO",
                        "/do/record-consent?household=h&amp;purpose=PHOTO",
                        "/do/record-consent?household=h&amp;purpose=PUBLICATION")
                .doesNotContain(
                        "/do/record-consent?household=h&amp;purpose=CONTACT",
                        "/do/withdraw-consent?household=h&amp;purpose=PHOTO",
                        "purpose=PUBLICATION&amp;to=%2Fhouseholds%2Fh%2Fconsents\">withdraw");
    }

    @Test
    void theCatalogueCallsServicesByTheirNamesAlsoWhereACodeIsOfAnotherName() {
        QuestionPage catalogue = new CataloguePage();
        String json = """
                {"answer":{"on":"2026-12-01","version":2,"instrument":"31/QĐ-UBND","signedOn":"2026-06-01","effectiveFrom":"2026-07-01",
                 "services":[
                  {"code":"vneid","vi":"VNeID","en":"VNeID","category":"VNEID","validFrom":"2022-03-05","needsProcedure":false},
                  {"code":"khai-bao-1","vi":"Khai báo tạm vắng","en":"Absence","category":"ONLINE_PUBLIC_SERVICE","validFrom":"2022-03-05",
                   "validTo":"2026-12-31","needsProcedure":true}],
                 "coming":[{"code":"ai","vi":"Trợ lý ảo","en":"Assistant","category":"OTHER","validFrom":"2027-01-01","needsProcedure":false}]},
                 "links":{"commands":{"withdraw-service-catalogue":{"href":"/api/x","name":"Rút lại danh mục"}}}}""";
        assertThat(html(catalogue, "/catalogue", json))
                .contains(
                        "Danh mục lần 2, theo 31/QĐ-UBND ngày 01/06/2026, áp dụng từ 01/07/2026: 2 dịch vụ.",
                        "Từ 01/01/2027 thêm: Trợ lý ảo.",
                        ">VNeID</span>",
                        ">Khai báo tạm vắng</span>",
                        "định danh điện tử VNeID",
                        "31/12/2026",
                        "/do/withdraw-service-catalogue?",
                        "name=\"find\"")
                .doesNotContain("không nêu mã", "khai-bao-1");
    }

    private static String coverage(String rows, String links) {
        return html(new ListPages().coveragePage(), "/units/u/coverage", """
                {"answer":{"total":3,"items":[%s]},"links":{%s}}""".formatted(rows, links));
    }

    @Test
    void coverageSaysHowManyPlacesHaveNoTeamOrTwo() {
        String one = "{\"unit\":\"u-1\",\"teams\":[{\"team\":\"t\"}],\"uncovered\":false,\"overlapping\":false}";
        String none = "{\"unit\":\"u-2\",\"teams\":[],\"uncovered\":true,\"overlapping\":false}";
        String two = "{\"unit\":\"u-3\",\"teams\":[],\"uncovered\":false,\"overlapping\":true}";
        String later = "\"next\":{\"href\":\"/api/units/u/coverage?from=3\"}";

        assertThat(coverage(one, "")).contains("<p class=\"lead\">Cả 1 địa bàn đều có đúng một tổ.</p>");
        assertThat(coverage(String.join(",", one, none, two), ""))
                .contains("<p class=\"lead\">Trong 3 địa bàn có 1 nơi chưa có tổ, 1 nơi có hai tổ trở lên.</p>");
        assertThat(coverage(String.join(",", one, none, two), later)).contains("Riêng trang này: Trong 3 địa bàn");
        assertThat(coverage("", "")).doesNotContain("class=\"lead\"");
    }

    @Test
    void aUnitTellsWhoBoreItsCodeAndWhatItCameFrom() {
        assertThat(html(new UnitPage(), "/units/u-1", """
                {"answer":{"unit":"u-1","kind":"COMMUNE","name":"Bàu Bàng","officialCode":"25747","status":"IN_FORCE",
                 "ancestors":[{"unit":"p-1","name":"Hồ Chí Minh"}],"children":[],"history":[
                 {"change":"ESTABLISHED","effectiveFrom":"2024-01-01","name":"Cũ","commit":1},
                 {"change":"RENAMED","effectiveFrom":"2025-07-01","instrument":"19/2025/QĐ-TTg","name":"Bàu Bàng","commit":2}],
                 "predecessors":[{"unit":{"unit":"bd-1","name":"Lai Uyên","kind":"TOWNSHIP"},"by":"SPLIT","effectiveFrom":"2025-07-01","instrument":"19/2025/QĐ-TTg"}],
                 "successors":[]}}"""))
                .contains("Các đơn vị từng dùng mã này", ">Phú Cường</a>", "30/06/2025", "href=\"/units/bd-1\"")
                .contains(
                        "<del><span data-at=\"/answer/history/0/name\">Cũ</span> </del>",
                        "data-of=\"/api/search?kinds=unit&amp;q=25747\"");
    }

    @Test
    void whatIsComingStandsBesideWhatAUnitIs() {
        assertThat(html(new UnitPage(), "/units/u-1", """
                {"answer":{"unit":"u-1","kind":"COMMUNE","name":"Bàu Bàng","status":"IN_FORCE","ancestors":[],"history":[],
                 "coming":{"from":"2026-12-01","change":"RENAMED","name":"Bàu Bàng Mới"},
                 "children":[{"unit":"h-1","kind":"HAMLET","name":"Ấp 1","coming":{"from":"2027-01-01","change":"REPARENTED","parent":"u-2"}}],
                 "predecessors":[],"successors":[]},
                 "links":{"ids":{"unit":{"u-2":{"href":"/api/units/u-2","name":"Lai Uyên"}}}}}"""))
                .contains("Từ 01/12/2026:", "Bàu Bàng Mới</span>", "Từ 01/01/2027:", ">Lai Uyên</a>");
    }

    @Test
    void aMemberHasANameOnlyIfTheAnswerHasOne() {
        assertThat(html(new MemberPage(), "/members/m-1", "{\"answer\":{\"member\":\"m-1\"}}"))
                .contains("<h1>Thành viên m-1</h1>");
    }

    @Test
    void aProposalSaysInFullWhatItAsksForAndHowToDecide() {
        assertThat(html(new PlanPage(), "/plans/p", """
                {"answer":{"plan":"p","kind":"PROPOSAL","state":"AWAITING_APPROVAL","steps":1,"refused":0,"submittedBy":"demo-administrator",
                 "submittedAt":"2026-11-25T08:00:00Z","why":"theo quyết định 12","proposed":[{"step":1,"command":"void-assistance",
                 "state":"WAITING","content":{"assistance":"a","reason":{"words":"ghi trùng"}},"changes":[{"field":"mode","from":"DONE_ON_BEHALF","to":"SELF_PERFORMED"}]}]},
                 "links":{"commands":{"approve-plan":{"href":"/api/plans/p/approval","name":"Duyệt"}}}}"""))
                .contains(
                        "“theo quyết định 12”",
                        "chờ người thứ hai duyệt",
                        "Toàn bộ nội dung",
                        "data-at=\"/answer/proposed/0/content/assistance\"",
                        "<del>",
                        "href=\"/do/approve-plan?");
    }

    @Test
    void aRequestShowsEachStepAsWhatItChanged() {
        assertThat(html(new RequestPage(), "/requests/r", """
                {"answer":{"request":"r","state":"TAKEN","receivedOn":"2026-11-01","dueOn":"2026-11-08","overdue":true,"steps":[
                 {"state":"RECEIVED","on":"2026-11-01","commit":5,"late":false},{"state":"TAKEN","on":"2026-11-02","team":"t","commit":6,"late":false}]}}"""))
                .contains(
                        "quá hạn (hạn ngày 08/11/2026)",
                        "data-at=\"/answer/steps/0/state\"",
                        "data-at=\"/answer/steps/1/state\"",
                        "href=\"/commits/6\"");
    }

    @Test
    void aNameThatSaysItsKindSaysItOnce() {
        assertThat(html(
                        new UnitPage(),
                        "/units/u-1",
                        "{\"answer\":{\"kind\":\"NEIGHBOURHOOD\",\"name\":\"Khu phố 3\"}}"))
                .contains("<h1>Khu phố 3</h1>");
    }

    @Test
    void aListLeadsToItsRecordsAndOn() {
        QuestionPage page = new ListPage("/api/units/{unit}/households", "items", "household", "member")
                .by("unassigned", "any", "true");
        assertThat(html(page, "/units/u/households", "/units/u/households?from=50", """
                {"answer":{"items":[{"household":"h-1"}]},"links":{"next":{"href":"/api/units/u/households?from=100"},
                 "ids":{"household":{"h-1":{"href":"/api/households/h-1","name":"BB07-0007"}}}}}"""))
                .contains(
                        "<a href=\"/households/h-1\" data-at=\"/answer/items/0/household\">BB07-0007</a>",
                        "href=\"/units/u/households?from=100\"",
                        "href=\"/units/u/households\">Về đầu danh sách",
                        "href=\"/units/u/households?from=50&amp;unassigned=true\"");
    }

    @Test
    void whatIsLeftOfAReorganisationSaysWhatToDoAndWhatIsDoneIsNotListed() {
        assertThat(html(new ReorganisationPage(), "/units/u/reorganisation", """
                {"answer":{"left":1,"accounts":[],"recipients":[],"reports":[],"boundaries":[],"households":[],
                 "teams":[{"team":"t-1","name":"Tổ A","coverage":["u-0"]}]},
                 "links":{"ids":{"team":{"t-1":{"href":"/api/teams/t-1","name":"Tổ A"}}}}}"""))
                .contains("Tổ còn phụ trách đơn vị không còn: kiện toàn (1)", "<a href=\"/teams/t-1\"")
                .doesNotContain("kết thúc, hoặc giao", "chưa có người tiếp nhận");
    }

    @Test
    void anOrganisationSaysWhomItSupportsAndWhatItTaught() {
        OrganisationPage shown = new OrganisationPage();
        ApiAnswer answer = Rendered.answer(shown.question(), "/api/organisations/vnpt", """
                {"answer":{"organisation":"vnpt","name":"VNPT Bình Dương","kind":"TELECOM_COMPANY","teams":[
                 {"team":"t-1","from":"2026-01-05"},{"team":"t-2","from":"2025-01-05","until":"2025-12-31"}]},
                 "links":{"ids":{"team":{"t-1":{"href":"/api/teams/t-1","name":"Tổ ấp 3"}}}}}""");
        String page = new Rendered(shown)
                .html(
                        answer,
                        Rendered.context("/organisations/vnpt", ME),
                        address -> address.contains("/t-1/")
                                ? Rendered.answer(address, address, """
                                {"answer":[{"training":"l-1","status":"HELD","on":"2026-02-03","organisation":"vnpt"},
                                 {"training":"l-2","status":"HELD","on":"2026-02-04"},
                                 {"training":"l-3","status":"VOIDED","on":"2026-02-05","organisation":"vnpt"}]}""")
                                : Rendered.refused(address));

        assertThat(page)
                .contains(
                        "VNPT Bình Dương",
                        "Doanh nghiệp viễn thông",
                        "đang đồng hành 1 tổ",
                        "đã tập huấn 1 buổi",
                        "Tổ ấp 3",
                        "từ 05/01/2026 đến nay",
                        "từ 05/01/2025 đến 31/12/2025",
                        "href=\"/trainings/l-1\"",
                        "Chưa tập huấn buổi nào")
                .doesNotContain("l-2", "l-3");
    }
}
