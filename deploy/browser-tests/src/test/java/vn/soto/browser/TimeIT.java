package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The slider over the days of the ledger. */
@Tag("browser")
@Tag("processes")
@ResourceLock(value = RunningProduct.DEMO, mode = ResourceAccessMode.READ)
final class TimeIT {

    private static final String DISTRICT = "/dashboards/bd-003?quarter=2024-Q4";
    private static final String ASSISTANCES = "/answer/total/assistances";

    @Test
    void aMarkLeadsToItsMomentAndBack() {
        try (Visit visit = Visit.of("auditor")) {
            Page page = visit.page();
            visit.open(DISTRICT);
            assertThat(visit.figure(ASSISTANCES)).hasAttribute("value", "2305");

            page.locator(".moment summary").click();
            Locator mark =
                    page.locator(".marks a", new Page.LocatorOptions().setHasText("Hạn nộp báo cáo quý IV/2024"));
            String moment = mark.getAttribute("href").replaceAll(".*(asOf=[0-9]+).*", "$1");
            mark.click();
            assertThat(page).hasURL(Pattern.compile(moment));
            assertThat(page.locator("body")).hasClass("past");
            assertThat(page.locator("h1")).containsText("lúc đó");

            page.goBack();
            assertThat(page.locator("body")).hasClass("now");
            assertThat(visit.figure(ASSISTANCES)).hasAttribute("value", "2305");
            page.goForward();
            assertThat(page.locator("body")).hasClass("past");
        }
    }

    @Test
    @Tag("long")
    void theSliderMovesByKeysAndKeepsTheFocus() {
        try (Visit visit = Visit.of("auditor")) {
            Page page = visit.page();
            visit.open(DISTRICT + "&asOf=2025-01-05T16:59:59Z");
            page.locator(".moment summary").click();
            Locator slider = page.locator("#day");
            assertThat(slider).hasAttribute("aria-valuetext", "05/01/2025");
            assertThat(visit.figure(ASSISTANCES)).hasAttribute("value", "2252");

            slider.focus();
            slider.press("ArrowLeft");

            assertThat(page).hasURL(Pattern.compile("asOf=2025-01-04T16%3A59%3A59Z"));
            assertThat(page.locator("#day")).isFocused();
            assertThat(page.locator("#day")).hasAttribute("aria-valuetext", "04/01/2025");
        }
    }
}
