package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A city on one sheet: with the keyboard, and on paper. */
@Tag("browser")
@Tag("processes")
@ResourceLock(value = RunningProduct.DEMO, mode = ResourceAccessMode.READ)
final class OverviewIT {

    private static final String CITY = "/dashboards/hcm-001?quarter=2025-Q1&boundaries=as-now";

    @Test
    void theKeyboardReachesWhatAMapAndLinesTell() {
        try (Visit visit = Visit.of("viewer")) {
            Page page = visit.page();
            visit.open(CITY);
            Locator unit = page.locator(".map > svg a").first();
            assertThat(unit.locator(".tip")).isHidden();
            unit.focus();
            assertThat(unit.locator(".tip")).isVisible();
            assertThat(unit.locator(".tip")).hasText(unit.getAttribute("aria-label"));

            Locator quarters = lastByKeyboard(page);
            assertThat(quarters.last().locator(".tip").first()).containsText("Quý I/2025");
            assertThat(quarters.nth(6).locator(".tip").first()).isHidden();
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).containsText("Quý I/2025");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Tag("long")
    void unitsAreComparedByWhatTheReaderChooses() {
        try (Visit visit = Visit.of("auditor")) {
            Page page = visit.page();
            visit.open(CITY);
            assertThat(page.locator(".rank caption")).containsText("Lượt / 100 hộ");
            page.locator(".rank thead a[href*='by=self-share']").click();

            assertThat(page.locator(".rank caption")).containsText("% tự làm");
            assertThat(page.locator("figure.map figcaption")).containsText("% tự làm");
            assertThat(Numbers.wrong(page)).isEmpty();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Tag("long")
    void aBarOfTheChartTellsItsNumbersToAKeyboard() {
        try (Visit visit = Visit.of("auditor")) {
            Page page = visit.page();
            visit.open(CITY + "&view=chart&by=per-hundred");
            Locator bars = page.locator("figure.ranked a");
            assertThat(page.locator("figure.ranked .grid").first()).isAttached();
            bars.nth(1).focus();
            assertThat(bars.nth(1).locator(".tip")).isVisible();
            assertThat(bars.nth(1).locator(".tip")).containsText("lượt / 100 hộ");
            page.keyboard().press("Tab");
            assertThat(bars.nth(2)).isFocused();
            assertThat(bars.nth(1).locator(".tip")).isHidden();
            assertThat(page.locator("table.units")).isVisible();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    /** A trend has the same lines, by shares or by numbers. */
    @Test
    @Tag("long")
    void theLinesOfATrendTellTheirNumbersInEitherScale() {
        try (Visit visit = Visit.of("viewer")) {
            Page page = visit.page();
            visit.open("/dashboards/hcm-001/trend?n=8&boundaries=as-now");
            for (String scale : List.of("", "number")) {
                if (!scale.isEmpty()) {
                    page.locator("main nav a[href*='scale=" + scale + "']").click();
                }
                lastByKeyboard(page);
            }
            assertThat(page.locator("main nav a[aria-current=true]").last()).hasText("Số lượt");
            assertThat(page.locator("table.trend")).isVisible();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    /** The eight quarters of the lines, the last of which a key reached. */
    private static Locator lastByKeyboard(Page page) {
        Locator quarters = page.locator(".lines a");
        assertThat(quarters).hasCount(8);
        quarters.nth(6).focus();
        page.keyboard().press("Tab");
        assertThat(quarters.last()).isFocused();
        assertThat(quarters.last().locator(".tip").first()).isVisible();
        return quarters;
    }

    /** As many as paper has before it leaves out those in the middle. */
    @Test
    @Tag("long")
    void thirtySixUnitsAreOneSheetOfPaper(@TempDir Path folder) throws IOException, InterruptedException {
        try (Visit visit = Visit.of("auditor")) {
            visit.open(CITY);
            visit.page().evaluate("""
                    () => {
                      const rows = document.querySelector('.rank tbody');
                      const first = rows.querySelector('tr');
                      while (rows.querySelectorAll('tr:not(.muted)').length < 36) rows.prepend(first.cloneNode(true));
                    }""");
            assertThat(sheets(visit.page(), folder)).hasSize(1);
        }
    }

    /** As it is now; at length also as it was. */
    static Stream<String> moments() {
        return Stream.of("", "&asOf=37000").limit(Boolean.getBoolean("soto.long") ? 2 : 1);
    }

    @ParameterizedTest
    @MethodSource("moments")
    void itIsOneSheetOfPaper(String moment, @TempDir Path folder) throws IOException, InterruptedException {
        try (Visit visit = Visit.of("auditor")) {
            visit.open(CITY + moment);
            List<String> sheets = sheets(visit.page(), folder);

            assertThat(sheets).hasSize(1);
            assertThat(sheets.getFirst())
                    .contains("Địa bàn hiện nay", "Xếp hạng theo", "Bàu Bàng", "Việc trễ", "Cộng")
                    .doesNotContain("Đăng xuất");
        }
    }

    /** The text of each sheet of a page's print. */
    private static List<String> sheets(Page page, Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("page.pdf");
        page.pdf(new Page.PdfOptions().setPath(file).setPreferCSSPageSize(true));
        Process reader = new ProcessBuilder("pdftotext", "-layout", file.toString(), "-").start();
        String text = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(reader.waitFor()).isZero();
        return List.of(text.split("\f"));
    }
}
