package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Reading with the keyboard alone, without scripts, on paper, in another language and larger. */
@Tag("browser")
@Tag("processes")
@ResourceLock(value = RunningProduct.DEMO, mode = ResourceAccessMode.READ)
final class ReadingIT {

    private static final String DISTRICT = "/dashboards/bd-003?quarter=2024-Q4";
    private static final String ASSISTANCES = "/answer/total/assistances";
    private static final int MOST_STEPS = 150;

    @Test
    @Tag("long")
    void theKeyboardAloneLeadsFromSigningInToTheEventsOfAFigure() {
        try (Visit visit = Visit.stranger()) {
            Page page = visit.page();
            visit.open("/sign-in?to=" + DISTRICT.replace("?", "%3F").replace("=", "%3D"));
            tabTo(page, "#account");
            page.keyboard().type("auditor");
            tabTo(page, "#password");
            page.keyboard().type(visit.product().password("auditor"));
            page.keyboard().press("Enter");
            assertThat(visit.figure(ASSISTANCES)).hasAttribute("value", "2305");

            tabTo(page, ".moment summary");
            page.keyboard().press("Enter");
            tabTo(page, "[name=asOf][type=number]");
            page.keyboard().type("9300");
            page.keyboard().press("Enter");
            assertThat(page.locator("body")).hasClass(Pattern.compile("past"));
            assertThat(page.locator(".time [role=status]")).containsText("9.300");

            tabTo(page, "a.fig:has([data-at='" + ASSISTANCES + "'])");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("/dashboards/bd-003/figures/H05\\?asOf=9300"));
            assertThat(page.locator("h1")).isVisible();
        }
    }

    /** Presses the tabulator until something has the focus, as somebody without a mouse does. */
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < MOST_STEPS; i++) {
            if (page.locator(selector).first().evaluate("e => e === document.activeElement") instanceof Boolean there
                    && there) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("not reached by the tabulator: " + selector);
    }

    @Test
    @Tag("long")
    void theFirstKeyLeadsPastTheFrame() {
        try (Visit visit = Visit.of("auditor")) {
            visit.open(DISTRICT);
            visit.page().keyboard().press("Tab");
            visit.page().keyboard().press("Enter");

            assertThat(visit.page().locator("#answer")).isFocused();
        }
    }

    @Test
    void readingNeedsNoScript() {
        try (Visit visit = Visit.of("auditor", options -> options.setJavaScriptEnabled(false))) {
            visit.open(DISTRICT);
            visit.page().locator(".moment summary").click();
            visit.page().fill("[name=asOfDay]", "2025-01-05");
            visit.page().locator("form:has([name=asOfDay]) button").click();
            assertThat(visit.figure(ASSISTANCES)).hasAttribute("value", "2252");

            visit.page()
                    .locator("a.fig:has([data-at='" + ASSISTANCES + "'])")
                    .first()
                    .click();
            assertThat(visit.page()).hasURL(Pattern.compile("/figures/H05\\?asOf="));
        }
    }

    @Test
    @Tag("long")
    void aPageOfThePastSaysSoOnPaper(@TempDir Path folder) throws IOException, InterruptedException {
        try (Visit visit = Visit.of("auditor")) {
            visit.open(DISTRICT + "&asOf=9300");
            Path file = folder.resolve("page.pdf");
            visit.page().pdf(new Page.PdfOptions().setPath(file).setPreferCSSPageSize(true));
            Process reader = new ProcessBuilder("pdftotext", "-layout", file.toString(), "-").start();
            String text = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(reader.waitFor()).isZero();

            assertThat(text)
                    .contains("Đang xem sổ như lúc", "9.300", "Bàu Bàng", "2.252")
                    .doesNotContain("Đăng xuất");
        }
    }

    @Test
    void anotherLanguageAndALargerTextStayChosen() {
        try (Visit visit = Visit.of("viewer")) {
            Page page = visit.page();
            visit.open(DISTRICT);
            assertThat(page.locator("html")).hasAttribute("lang", "vi");
            double before = size(page.locator("h1"));

            page.locator(".preferences a[lang=en]").click();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat(page).hasURL(Pattern.compile("/dashboards/bd-003\\?quarter=2024-Q4"));
            page.locator(".preferences a[href*='size=larger']").click();
            assertThat(page.locator("html")).hasClass(Pattern.compile("larger"));
            assertThat(size(page.locator("h1"))).isGreaterThan(before * 1.2);

            visit.open("/units/bd-003");
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            page.locator(".preferences a[href*='theme=dark']").click();
            assertThat(page.locator("html")).hasClass(Pattern.compile("dark"));
            page.locator(".preferences a[lang=vi]").click();
            assertThat(page.locator("html")).hasAttribute("lang", "vi");
        }
    }

    private static double size(Locator text) {
        return text.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") instanceof Number pixels
                ? pixels.doubleValue()
                : 0;
    }

    @Test
    void aWrongPasswordIsRefusedInWordsAndTheAccountStays() {
        try (Visit visit = Visit.stranger()) {
            visit.signInAs("viewer", "not-the-password");

            assertThat(visit.page().locator("#refused")).isVisible();
            assertThat(visit.page().locator("#account")).hasValue("viewer");
            assertThat(visit.page().locator("#password")).hasValue("");
        }
    }
}
