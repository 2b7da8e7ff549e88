package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** A file that is imported and taken back, and what administrators decide; each is looked up by the API. */
@Tag("browser")
@Tag("processes")
@ResourceLock(RunningProduct.DEMO)
final class AdministrationStoriesIT {

    private static final RunningProduct PRODUCT = RunningProduct.shared();
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @SuppressWarnings("TimeInStaticInitializer") // a story is of one day
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d/M/uuuu");

    private static final int ROWS = Boolean.getBoolean("soto.long") ? 500 : 40;

    /** The unit of 9 is misspelt, that of 7 unknown, 4 telephones are too short, 4 rows have no reference. */
    private static FilePayload households() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Địa bàn", "Mã hộ", "Chủ hộ", "Điện thoại"));
        for (int i = 0; i < ROWS; i++) {
            String unit = i < 9 ? "Khu phô 2, xã Bàu Bàng" : i < 16 ? "Không rõ ở đâu" : "Khu phố 2, xã Bàu Bàng";
            String phone = i >= 16 && i < 20 ? "12" : "0912" + String.format("%06d", i);
            String reference = i >= 20 && i < 24 ? "" : "NT-" + String.format("%04d", i);
            rows.add(List.of(unit, reference, "Nguyễn Văn An", phone));
        }
        return new FilePayload("ho.xlsx", XLSX, Workbook.of(rows));
    }

    /** The state of a household with a reference; empty if there never was one. */
    private static String state(String reference) {
        String id = PRODUCT.json("officer", "/api/search?kinds=household&q=" + reference, "/answer/hits/0/id")
                .asString("");
        return id.isEmpty()
                ? ""
                : PRODUCT.json("officer", "/api/households/" + id, "/answer/state")
                        .asString("");
    }

    private static int waiting() {
        return PRODUCT.json("administrator", "/api/plans?state=awaiting-approval")
                .get("answer")
                .size();
    }

    private static JsonNode plan(String plan) {
        return PRODUCT.json("officer", "/api/plans/" + plan).get("answer");
    }

    @Test
    @DailyJob(13)
    void aClerkImportsAWorkbookWithFaultyRowsAndTakesItBack() {
        try (Visit visit = Visit.of("officer")) {
            Page page = visit.page();
            Clicks clerk = Clicks.fromHome(page);
            clerk.on("a[href='/units/hcm-013/households']");
            clerk.on("main a[href^='/import/households']");
            // A script shows it.
            assertThat(page.locator("label[for='f-file']")).isVisible();
            clerk.on("label[for='f-file']");
            page.setInputFiles("#f-file", households());
            assertThat(page.locator("#imported")).containsText(ROWS - 24 + " dòng ghi được");
            assertThat(page.locator("#imported")).containsText("24 dòng cần sửa");
            clerk.on("button[value^='take:']");
            assertThat(page.locator("#imported")).containsText(ROWS - 15 + " dòng ghi được");
            Download back =
                    page.waitForDownload(() -> page.locator("[data-back]").click());
            assertThat(back.suggestedFilename()).isEqualTo("ho.xlsx");
            clerk.on("button[value='record']");
            page.waitForURL("**/plans/**");
            clerk.atMost(6);

            String plan = page.url().replaceAll(".*/plans/|\\?.*", "");
            PRODUCT.awaits(() -> plan(plan).get("state").asString().equals("COMPLETED"));
            assertThat(plan(plan).get("refused").asInt()).isZero();
            assertThat(state("NT-0000")).isEqualTo("PRESENT");
            assertThat(state("NT-0012")).isEmpty();

            visit.open("/import/households");
            Clicks later = Clicks.here(page);
            later.on("main a[href*='leftOut=" + plan + "']");
            assertThat(page.locator("#imported")).containsText("dòng cần sửa");
            page.locator("button[value='discard']").click();
            assertThat(page.locator("main a[href*='leftOut=']")).hasCount(0);

            visit.open("/plans/" + plan);
            Clicks again = Clicks.here(page);
            again.on("main a[href^='/do/reverse-plan']");
            again.on("#give");
            again.atMost(3);
            assertThat(page.locator("#receipt")).isVisible();
            PRODUCT.awaits(() -> state("NT-0000").equals("WITHDRAWN"));
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Tag("long")
    @DailyJob({23, 25})
    void aPolicyIsProposedFilledInAndDecidedByAnother() {
        String reports = "/api/policy";
        int others = waiting();
        int before = PRODUCT.json("administrator", reports, "/answer/terms/reportDueDays")
                .asInt();
        try (Visit maker = Visit.of("administrator");
                Visit other = Visit.of("administrator-2")) {
            propose(maker.page(), String.valueOf(before + 2));
            assertThat(maker.page().locator("#receipt")).containsText("chờ người thứ hai duyệt");
            Page page = other.page();
            Clicks second = Clicks.fromHome(page);
            second.on("main a[href*='state=awaiting-approval']");
            second.on("main a[href^='/do/approve-plan']");
            assertThat(page.locator("#impact")).containsText(Pattern.compile("ạn nộp báo cáo"));
            second.atMost(2);
            tabbedTo(page, page.locator("#give"));
            page.keyboard().press("Enter");
            assertThat(page.locator("#receipt")).isVisible();
            PRODUCT.awaits(() -> PRODUCT.json("administrator", reports, "/answer/terms/reportDueDays")
                            .asInt()
                    == before + 2);

            propose(maker.page(), String.valueOf(before + 3));
            second = Clicks.fromHome(page);
            second.on("main a[href*='state=awaiting-approval']");
            page.locator("main table.list th a[href^='/plans/']").first().click();
            tabbedTo(page, page.locator("main a[href^='/do/approve-plan']"));
            page.goBack();
            second.on("main a[href^='/do/abandon-plan']");
            page.locator("#f-reason").selectOption("NEEDS_CHECKING");
            page.locator("#f-reasonText").fill("Chưa họp tổ");
            second.on("#command .actions button");
            second.atMost(3);
            assertThat(page.locator("#receipt")).isVisible();
            assertThat(waiting()).isEqualTo(others);
            assertThat(PRODUCT.json("administrator", reports, "/answer/terms/reportDueDays")
                            .asInt())
                    .isEqualTo(before + 2);
            assertThat(maker.complaints()).isEmpty();
            assertThat(other.complaints()).isEmpty();
        }
    }

    /** Two presses of the tabulator at most lead from a page as it opened to what it is for. */
    private static void tabbedTo(Page page, Locator target) {
        assertThat(target).isVisible();
        page.keyboard().press("Tab");
        if (!isFocused(target)) {
            page.keyboard().press("Tab");
        }
        assertThat(target).isFocused();
    }

    private static boolean isFocused(Locator target) {
        return (boolean) target.evaluate("element => element === document.activeElement");
    }

    /** Changes one term of the policy in force; all others stay. */
    private static void propose(Page page, String days) {
        Clicks maker = Clicks.fromHome(page);
        maker.on("main a[href='/policy']");
        maker.on("main a[href^='/do/adopt-policy']");
        page.fill("[name='terms.reportDueDays']", days);
        page.fill("[name='instrument.number']", "30/QĐ-UBND");
        page.fill("[name='instrument.signedOn']", TODAY.minusDays(1).format(WRITTEN));
        maker.on("#command .actions button");
        maker.on("#give");
        maker.atMost(5);
        assertThat(page.locator("#receipt")).isVisible();
    }

    @Test
    @Tag("long")
    @DailyJob(25)
    void anAdministratorAddsAServiceToTheCatalogue() {
        int before = PRODUCT.json("administrator", "/api/catalogue", "/answer/services")
                .size();
        try (Visit visit = Visit.of("administrator")) {
            Page page = visit.page();
            Clicks administrator = Clicks.fromHome(page);
            administrator.on("main a[href='/catalogue']");
            administrator.on("main a[href^='/new-service']");
            page.fill("[name='service.vi']", "Khai báo tạm vắng trên VNeID");
            page.fill("[name='instrument.number']", "31/QĐ-UBND");
            page.fill("[name='instrument.signedOn']", TODAY.minusDays(1).format(WRITTEN));
            administrator.on("button[value='give'].primary");
            administrator.atMost(5);
            assertThat(page.locator("#receipt")).isVisible();
            JsonNode services = PRODUCT.json("administrator", "/api/catalogue", "/answer/services");
            assertThat(services.size()).isEqualTo(before + 1);
            assertThat(services.findValuesAsString("vi")).contains("Khai báo tạm vắng trên VNeID");
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
