package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Two hamlets are merged and a third is split by choosing them, in a ward of the demo in which nobody else works. */
@Tag("browser")
@Tag("processes")
@ResourceLock(RunningProduct.DEMO)
final class ReorganisationStoryIT {

    private static final RunningProduct PRODUCT = RunningProduct.shared();
    private static final String WARD = "hcm-030";

    @SuppressWarnings("TimeInStaticInitializer") // a story is of one day
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d/M/uuuu");

    private static String hamlet(String name) {
        return PRODUCT.give("administrator", "/api/units", """
                        {"kind":"HAMLET","name":"%s","parent":"%s","effectiveFrom":"2026-01-05",
                        "instrument":{"number":"1/QĐ-UBND","signedOn":"2026-01-02"}}""".formatted(name, WARD))
                .at("/created/0")
                .asString();
    }

    private static void household(String unit, String reference) {
        PRODUCT.give(
                "administrator", "/api/households", "{\"unit\":\"" + unit + "\",\"reference\":\"" + reference + "\"}");
    }

    private static JsonNode unit(String id) {
        return PRODUCT.json("administrator", "/api/units/" + id).get("answer");
    }

    private static long undecided() {
        return PRODUCT.json("administrator", "/api/units/" + WARD + "/reorganisation", "/answer/households")
                .size();
    }

    private static void decree(Page page) {
        page.fill("[name='instrument']", "12/QĐ-UBND");
        page.fill("[name='signedOn']", TODAY.minusDays(20).format(WRITTEN));
        page.fill("[name='effectiveFrom']", TODAY.format(WRITTEN));
    }

    private static void completed(Page page) {
        page.waitForURL("**/plans/**");
        String plan = page.url().replaceAll(".*/plans/|\\?.*", "");
        PRODUCT.awaits(() -> PRODUCT.json("administrator", "/api/plans/" + plan, "/answer/state")
                .asString()
                .equals("COMPLETED"));
    }

    private static Clicks at(Page page, String name) {
        Clicks clicks = Clicks.fromSearch(page, name);
        clicks.on("main table.list a[href^='/units/']");
        clicks.on("main a[href^='/reorganise']");
        return clicks;
    }

    @Test
    @Tag("long")
    @DailyJob(22)
    void anAdministratorMergesTwoHamletsAndSplitsOneUntilNothingIsLeft() {
        String one = hamlet("Ấp Suối Nhỏ");
        String other = hamlet("Ấp Suối Lớn");
        String large = hamlet("Ấp Gò Dài");
        household(one, "SN-001");
        household(large, "GD-001");
        household(large, "GD-002");
        try (Visit visit = Visit.of("administrator")) {
            Page page = visit.page();
            List<Route> script = new ArrayList<>();
            page.route("**/find.js", script::add);
            Clicks merger = at(page, "Suối Nhỏ");
            page.locator("[name='_q.units']").fill("Suối Lớn"); // sooner than the script is there
            page.waitForCondition(() -> !script.isEmpty());
            script.removeFirst().resume();
            page.unroute("**/find.js");
            merger.on("#o-units input[value='" + other + "']");
            assertThat(page.locator("#o-units input[value='" + one + "']")).isChecked();
            page.fill("#f-names", "Ấp Suối");
            decree(page);
            merger.on("#reorganise button[value='check'].primary");
            assertThat(page.locator("#effects")).containsText("Ấp Suối Nhỏ, Ấp Suối Lớn");
            merger.on("#give");
            completed(page);
            merger.atMost(8);
            assertThat(unit(one).get("status").asString()).isEqualTo("ENDED");
            assertThat(unit(other).at("/successors/0/unit/name").asString()).isEqualTo("Ấp Suối");
            assertThat(undecided()).isZero();

            Clicks split = at(page, "Gò Dài");
            split.on("input[name='what'][value='split']");
            page.fill("#f-names", "Ấp Gò Đông\nẤp Gò Tây");
            decree(page);
            split.on("#reorganise button[value='check'].primary");
            assertThat(page.locator("#effects")).containsText("2 hộ");
            split.on("#give");
            completed(page);
            split.atMost(8);
            assertThat(undecided()).isEqualTo(1);

            page.navigate("/units/" + WARD + "/reorganisation");
            Clicks left = Clicks.here(page);
            left.on("main table a[href='/units/" + large + "']");
            left.on("main a[href^='/relocate-households']");
            left.on("button[value='all']");
            left.on("input[name='unit']");
            left.on("#relocate button.primary");
            completed(page);
            left.atMost(8);
            assertThat(undecided()).isZero();
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
