package vn.soto.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.soto.e2e.SharedProducts;
import vn.soto.harness.AllInOne;
import vn.soto.harness.ProductClient;

/** Takes each step of each role's tour in the demo. There is something to see where it leads, and its act is given. */
@Tag("processes")
final class ToursIT {

    private static final AllInOne PRODUCT = SharedProducts.demo();
    private static final String ROWS = "main table tbody tr";

    /** The place to which a step leads, and its page. */
    private record Place(String role, String address, Document page) {

        Place shows(String selector, int least) {
            assertThat(page.select(selector))
                    .as("%s at %s: %s", role, address, selector)
                    .hasSizeGreaterThanOrEqualTo(least);
            return this;
        }

        Place says(String text) {
            assertThat(page.select("main").text()).as("%s at %s", role, address).contains(text);
            return this;
        }

        /** The first link of these, followed. */
        Place follows(String selector) {
            shows(selector, 1);
            return open(role, page.select(selector).attr("href"));
        }

        /** The question of which this is the page. */
        JsonNode answer() {
            return PRODUCT.json(role, "/api" + address).get("answer");
        }
    }

    private static Place open(String role, String address) {
        HttpResponse<String> answer = PRODUCT.get(role, address, "Accept", "text/html");
        assertThat(answer.statusCode()).as("%s at %s", role, address).isEqualTo(200);
        return new Place(role, address, Jsoup.parse(answer.body()));
    }

    private static Place step(String role, int step) {
        return open(role, "/help/" + role + "/" + step).follows("main a.button.primary");
    }

    private static JsonNode give(String role, String address, String body) {
        HttpResponse<String> given = PRODUCT.post(
                role, address, body, "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(given.statusCode())
                .as("%s at %s: %s", role, address, given.body())
                .isEqualTo(201);
        JsonNode receipt = ProductClient.json(given);
        PRODUCT.json(role, "/api/me?atLeast=" + receipt.get("commit").asString());
        return receipt;
    }

    private static JsonNode answer(String role, String question) {
        return PRODUCT.json(role, question).get("answer");
    }

    @Test
    void aMemberReturnsWhereItWasPromisedRecordsAVisitAndCorrectsIt() {
        step("member", 1).shows("main .tasks li", 3).says("3 lịch hẹn quay lại");
        Place household = step("member", 2).shows(ROWS, 20).follows("main table.list th a[href^='/households/']");
        household.says("Hẹn quay lại").shows("main li.help", 3);
        step("member", 3).shows("main form [name='content.mode']", 3);
        JsonNode me = answer("member", "/api/me");
        String now = Instant.now().minusSeconds(600).toString();
        String record = give("member", "/api/assistances", """
                        {"team":"%s","household":"%s","helpers":["%s"],"content":{"services":["vneid-level-2"],
                        "channel":"HOME_VISIT","mode":"SELF_PERFORMED","outcome":"DONE","occurredAt":"%s"}}""".formatted(
                                me.at("/rights/0/team").asString(),
                                household.answer().get("household").asString(),
                                me.get("member").asString(),
                                now))
                .at("/created/0")
                .asString();
        step("member", 4).shows("main li.help", 5).shows("main a[href*='" + record + "']", 1);
        give("member", "/api/assistances/" + record + "/correction", """
                {"content":{"services":["vneid-level-2"],"channel":"ZALO","mode":"SELF_PERFORMED","outcome":"DONE",
                "occurredAt":"%s"},"by":"%s","reason":"WRONG_ENTRY"}""".formatted(
                        now, me.get("member").asString()));
    }

    @Test
    @Tag("long")
    void aLeaderMendsTheReturnedReport() {
        step("leader", 1).shows("main .tasks li", 2).says("trả lại");
        step("leader", 2).shows("main article.event", 1);
        Place report = step("leader", 3).says("trả lại");
        assertThat(report.answer().get("state").asString()).isEqualTo("RETURNED");
        give("leader", "/api" + report.address(), "{\"reason\":\"MISSING_ENTRY\"}");
        assertThat(report.answer().get("state").asString()).isEqualTo("WAITING");
        step("leader", 4).says("Hộ chiếu số của khu phố").follows("main a[href^='/practices/']");
    }

    @Test
    @Tag("long")
    void anOfficerAcceptsAReportConsolidatesAndLooksAtASign() {
        step("officer", 1).shows("main .tasks li", 8).says("tổ thiếu người").says("báo cáo chờ tiếp nhận");
        Place reports = step("officer", 2).shows("#zalo", 1);
        Place report = reports.follows("main a[href^='/teams/'][href*='/reports/']:not([href*='0192db03'])");
        String content = report.answer().get("content").asString();
        give("officer", "/api" + report.address() + "/acceptance", "{\"content\":\"%s\"}".formatted(content));
        Place draft = step("officer", 3).shows("main table", 1);
        give("officer", "/api" + draft.address(), "{}");
        assertThat(draft.answer().get("state").asString()).isEqualTo("WAITING");
        step("officer", 4).follows("main a[href^='/findings/']").shows(ROWS, 6);
    }

    /** The file of the tour has 24 rows to mend, of 500. */
    @Test
    @Tag("long")
    void anOfficerFindsTheFaultyRowsOfAFile() throws IOException {
        Path file = Path.of(System.getProperty("soto.root", "../.."), "deploy/demo/households-to-import.csv");
        HttpResponse<String> tried = PRODUCT.send(
                PRODUCT.request("officer", "/api/imports/households?dryRun=true", "Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofFile(file)));
        assertThat(tried.statusCode()).as(tried.body()).isEqualTo(200);
        JsonNode report = ProductClient.json(tried);
        assertThat(report.get("rows").asInt()).isEqualTo(500);
        assertThat(report.get("wrong").asInt()).isEqualTo(24);
    }

    @Test
    void anAdministratorApprovesWhatAnotherProposed() {
        Place waiting = step("administrator", 1).shows("main a[href^='/do/approve-plan']", 1);
        String plan = waiting.page()
                .select("main a[href^='/do/approve-plan']")
                .attr("href")
                .replaceAll(".*[?&]plan=|&.*", "");
        open("administrator", "/plans/" + plan).says("chờ người thứ hai duyệt");
        give("administrator", "/api/plans/" + plan + "/approval", "{}");
        step("administrator", 2)
                .shows(ROWS, 3)
                .says("không hoạt động trong tổ")
                .follows("main tbody th a[href^='/assistances/']")
                .shows("main dl dd", 3);
        step("administrator", 3).shows(ROWS, 1);
        step("administrator", 4).shows("main dl dd", 5);
    }

    @Test
    @Tag("long")
    void anAuditorFollowsANumberToItsEventsAndVerifies() {
        step("auditor", 1).shows("main .tasks li", 3);
        step("auditor", 2)
                .shows("main a[href^='/dashboards/hcm-0']", 36)
                .follows("main a[href*='/figures/H05']")
                .shows(".entries a[href^='/commits/']", 1);
        step("auditor", 3).follows("main a[href^='/call-back-samples/']").shows(ROWS, 1);
        step("auditor", 4).shows("main form", 1);
    }

    @Test
    @Tag("long")
    void aViewerSeesAProvinceItsQuartersAndWhoIsHonoured() {
        step("viewer", 1).says("36 trong 36 địa bàn có số liệu").shows("main svg", 1);
        step("viewer", 2).shows("main svg", 1).says("Zalo");
        step("viewer", 3).shows("main table.compare", 1);
        step("viewer", 4).says("Đang có hiệu lực (2)").says("thu hồi");
    }

    @Test
    @Tag("long")
    void anOperatorSeesThatAllIsWell() {
        step("operator", 1).says("Hệ thống đang chạy tốt").shows(ROWS, 8);
        step("operator", 2).shows("main dt", 10);
        step("operator", 3).shows("main dt", 10);
        step("operator", 4).shows("main form", 1);
    }

    @Test
    @Tag("long")
    void aSupportingOrganisationSeesItsTeamsAndTheirTraining() {
        step("organisation-officer", 1).shows("main a[href^='/trainings/']", 1);
        step("organisation-officer", 2).follows("main a[href^='/teams/']").shows("main h2", 1);
        step("organisation-officer", 3).shows("main a[href^='/do/support-team']", 1);
        step("organisation-officer", 4).shows("main dt", 10);
    }
}
