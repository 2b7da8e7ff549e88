package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/**
 * The daily questions of people, reached from their home with few clicks; each is compared with the answer of the API.
 */
@Tag("browser")
@Tag("processes")
@ResourceLock(value = RunningProduct.DEMO, mode = ResourceAccessMode.READ)
final class DailyJobsIT {

    private static final RunningProduct PRODUCT = RunningProduct.shared();
    private static final String COMMUNE = "hcm-013";
    private static final int PHONE_WIDTH = 360;
    private static final int PHONE_HEIGHT = 740;

    private static String member() {
        return PRODUCT.json("member", "/api/me", "/answer/member").asString();
    }

    private static Page onAPhone(Visit visit) {
        visit.page().setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
        return visit.page();
    }

    @Test
    @Tag("long")
    @DailyJob(3)
    void aMemberSeesWhatWasDoneForAHouseholdInTwoClicks() {
        try (Visit visit = Visit.of("member")) {
            Page page = onAPhone(visit);
            Clicks thumb = Clicks.fromHome(page);
            assertThat(page.locator("nav.places a:visible"))
                    .hasCount(page.locator("nav.places a").count());
            thumb.on("nav.places a[href*='/households']");
            thumb.on("main table.list th a[href^='/households/']");
            thumb.atMost(2);

            assertThat(page).hasURL(Pattern.compile("/households/[^/]+$"));
            String household = page.url().replaceAll(".*/", "");
            JsonNode help = PRODUCT.json("member", "/api/households/" + household + "/assistances")
                    .get("answer");
            assertThat(page.locator("main li.help").count())
                    .isEqualTo(help.get("records").size());
            assertThat(page.locator("main .lead"))
                    .containsText(help.get("count").asInt() > 0 ? "Quý này đã giúp" : "Quý này chưa được giúp");
            assertThat(page.locator("main a.primary")).hasText("Ghi lượt");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Tag("long")
    @DailyJob(4)
    void aMemberSeesInOneClickWhatTheyDidByDay() {
        try (Visit visit = Visit.of("member")) {
            Page page = onAPhone(visit);
            Clicks thumb = Clicks.fromHome(page);
            thumb.on("nav a[href$='/activity']");
            thumb.atMost(1);

            JsonNode work = PRODUCT.json("member", "/api/members/" + member() + "/activity")
                    .get("answer");
            assertThat(visit.figure("/answer/assistances"))
                    .hasAttribute("value", work.get("assistances").asString());
            assertThat(page.locator("main li.help").count())
                    .isEqualTo(work.get("records").size());
            assertThat(page.locator("main h2.day").first()).containsText(Pattern.compile("(Thứ|Chủ) .*/20\\d\\d"));
            assertThat(page.locator("main")).not().containsText(Pattern.compile("[0-9a-f]{8}-|hundredths"));
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Tag("long")
    @DailyJob(10)
    void aLeaderSeesWhichHouseholdsWereNotHelpedAndWhoRecordedLast() {
        try (Visit visit = Visit.of("leader")) {
            Page page = onAPhone(visit);
            Clicks thumb = Clicks.fromHome(page);
            thumb.on("a[href^='/units/'][href$='/households']");
            thumb.on("main .tabs a[href*='helped=false']");
            thumb.atMost(2);

            assertThat(page).hasURL(Pattern.compile("helped=false"));
            String path = page.url().replaceFirst("^https?://[^/]+", "");
            JsonNode list = PRODUCT.json("leader", "/api" + path, "/answer/items");
            Locator rows = page.locator("main table.list tbody tr");
            assertThat(rows.count()).isEqualTo(list.size());
            String first = list.at("/0/household").asString();
            assertThat(PRODUCT.json("leader", "/api/households/" + first + "/assistances", "/answer/count")
                            .asInt())
                    .isZero();

            thumb = Clicks.fromHome(page);
            thumb.on("nav.places a[href^='/teams/']");
            thumb.atMost(2);
            String team = page.url().replaceFirst("^https?://[^/]+", "");
            JsonNode someone = PRODUCT.json("leader", "/api" + team, "/answer/members/0/member");
            JsonNode latest =
                    PRODUCT.json("leader", "/api/members/" + someone.asString() + "/activity", "/answer/latest");
            assertThat(page.locator("main table").first())
                    .containsText(
                            latest.isString()
                                    ? latest.asString().replaceAll("(\\d+)-(\\d+)-(\\d+)", "$3/$2/$1")
                                    : "chưa ghi lượt nào");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Tag("long")
    @DailyJob(14)
    void anOfficerSeesTodaysWorkAndTheTextForZaloInTwoClicks() {
        try (Visit visit = Visit.of("officer")) {
            Page page = visit.page();
            Clicks officer = Clicks.fromHome(page);
            assertThat(page.locator("main ul.tasks").first()).isVisible();
            officer.on("nav.places a[href$='/reports']");
            officer.on("main details:has(#zalo) summary");
            officer.atMost(2);

            String path = page.url().replaceFirst("^https?://[^/]+", "");
            String text = PRODUCT.json("officer", "/api" + path, "/answer/text").asString();
            assertThat(page.locator("#zalo")).isVisible();
            assertThat(page.locator("#zalo").textContent().strip())
                    .as("the text of the answer, then the leaders, whom only the page may name")
                    .startsWith(text.strip())
                    .contains("Nhờ các tổ trưởng nộp hoặc sửa:");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Tag("long")
    void theFirstFigureOfAReportStandsOnAPhone() {
        String team = PRODUCT.json("leader", "/api/me", "/answer/rights/0/team").asString();
        try (Visit visit = Visit.of("leader")) {
            Page page = visit.page();
            page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
            visit.open("/teams/" + team + "/reports/2025-Q1");
            Locator value =
                    page.locator("table.report tbody tr:visible td.value").first();

            assertThat(value).isVisible();
            assertThat(value.boundingBox().x + value.boundingBox().width).isLessThanOrEqualTo(PHONE_WIDTH);
            assertThat(page.locator("table.report tr.zero:visible")).hasCount(0);
            String zeros = page.locator("table.report tr.zero").count() + " chỉ tiêu bằng 0";
            assertThat(page.locator("main")).containsText(zeros);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    /** On a phone of 360 by 740, whose bar of places covers the last 64. */
    @Test
    @Tag("long")
    void pagesOfAPhoneBeginWithWhatTheySayAndNotWithButtons() {
        String team = PRODUCT.json("leader", "/api/me", "/answer/rights/0/team").asString();
        try (Visit member = Visit.of("member");
                Visit leader = Visit.of("leader");
                Visit auditor = Visit.of("auditor")) {
            member.page().setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
            assertOnScreen(member, "/visit", "[id='f-content.mode'] legend");
            leader.page().setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
            assertOnScreen(leader, "/", ".duties h3");
            assertOnScreen(leader, "/teams/" + team + "/reports/2025-Q1", "main .state");
            assertThat(leader.page().locator(".commands .button:visible")).hasCount(2);
            assertThat(leader.page().locator("table.report ~ .commands, :has(> table.report) ~ .commands"))
                    .hasCount(1);
            assertOnScreen(leader, "/rows/visits?team=" + team, "[name='row.0.household']");
            auditor.page().setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
            assertOnScreen(auditor, "/dashboards/bd-003?quarter=2024-Q4&asOf=27886", "main h1");
            auditor.open("/dashboards/hcm-001?quarter=2025-Q1&boundaries=as-now&compare=yes");
            assertThat(auditor.page()
                            .locator("table.compare")
                            .last()
                            .evaluate("table => table.parentElement.scrollWidth <= table.parentElement.clientWidth"))
                    .isEqualTo(true);
            assertThat(leader.complaints()).isEmpty();
        }
    }

    private static void assertOnScreen(Visit visit, String address, String selector) {
        visit.open(address);
        Locator first = visit.page().locator(selector).first();
        assertThat(first).isVisible();
        assertThat(first.boundingBox().y + first.boundingBox().height)
                .as(address)
                .isLessThanOrEqualTo(PHONE_HEIGHT - 64);
    }

    @Test
    @DailyJob(26)
    void anAuditorReachesEventsHashAndProofOfAFigure() {
        try (Visit visit = Visit.of("auditor")) {
            Page page = visit.page();
            Clicks auditor = Clicks.fromHome(page);
            auditor.on("main .cards a.fig[href^='/dashboards/']");
            auditor.on(visit.figure("/answer/total/assistances"));
            auditor.on(".entries a[href^='/commits/']");
            auditor.atMost(3);

            assertThat(page).hasURL(Pattern.compile("/commits/\\d+"));
            String number = page.url().replaceAll(".*/commits/(\\d+).*", "$1");
            String hash = PRODUCT.json("auditor", "/api/commits/" + number, "/answer/chain")
                    .asString();
            assertThat(page.locator("main")).containsText(hash.substring(0, 4));
            assertThat(page.locator("main a[href^='/verify']").first()).isVisible();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Tag("long")
    @DailyJob(27)
    void anAuditorSeesWhoChangedAHouseholdAndTheCorrectionsOfACommuneInAMonth() {
        try (Visit visit = Visit.of("auditor")) {
            Page page = visit.page();
            String reference = PRODUCT.json(
                            "auditor", "/api/units/" + COMMUNE + "/households?limit=1", "/answer/items/0/reference")
                    .asString();
            Clicks auditor = Clicks.fromSearch(page, reference);
            auditor.on("main table.list a[href^='/households/']");
            auditor.on("main a[href^='/events?about=household']");
            auditor.atMost(2);
            JsonNode events = PRODUCT.json("auditor", "/api" + path(page), "/answer/events");
            assertThat(events.size()).isPositive();
            assertThat(page.locator("main ol.plain > li")).hasCount(events.size());

            auditor = Clicks.fromSearch(page, "xã Bàu Bàng");
            auditor.on("main table.list a[href='/units/" + COMMUNE + "']");
            auditor.on("main a[href^='/events?unit=']");
            page.locator("[name='from']").fill("2026-06-01");
            page.locator("[name='to']").fill("2026-06-30");
            auditor.on("main [name='corrections']");
            auditor.on("main form.context button");
            auditor.atMost(4);
            assertThat(page).hasURL(Pattern.compile("corrections=true"));
            JsonNode made = PRODUCT.json("auditor", "/api" + path(page), "/answer/events");
            assertThat(page.locator("main ol.plain > li")).hasCount(made.size());
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private static String path(Page page) {
        return page.url().replaceFirst("^https?://[^/]+", "");
    }

    @Test
    @Tag("long")
    @DailyJob(28)
    void aMemberTakesTheirHouseholdsToASpreadsheetInTwoTaps() throws IOException {
        try (Visit visit = Visit.of("member")) {
            Page page = onAPhone(visit);
            Clicks thumb = Clicks.fromHome(page);
            thumb.on("nav.places a[href*='/households']");
            Download file = page.waitForDownload(() -> thumb.on("main .files button[value='xlsx']"));
            thumb.atMost(2);

            JsonNode listed = PRODUCT.json("member", "/api" + path(page) + "?limit=200", "/answer/items");
            assertThat(file.suggestedFilename()).matches("[a-z0-9-]+-\\d+\\.xlsx");
            assertThat(sheet(file, 1).split("<row ", -1)).hasSize(1 + 1 + listed.size());
            assertThat(sheet(file, 2)).contains("asOf=", page.url().replaceFirst("\\?.*", ""));
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private static String sheet(Download file, int number) throws IOException {
        try (ZipFile zip = new ZipFile(file.path().toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet" + number + ".xml"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }
}
