package vn.soto.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Each kind of page once: its numbers and their places, what axe finds in light and in dark, in 320 pixels, and what the browser complains of. */
@Tag("browser")
@Tag("processes")
final class EveryPageIT {

    private static final int NARROW = 320;

    @TestFactory
    Stream<DynamicTest> aPageHindersNobody() {
        return KindsOfPages.all(RunningProduct.shared()).stream()
                .map(kind -> DynamicTest.dynamicTest(kind.name(), () -> check(kind)));
    }

    private static void check(KindsOfPages.Kind kind) {
        try (Visit visit = kind.account().isEmpty() ? Visit.stranger() : Visit.of(kind.account())) {
            assertThat(visit.open(kind.path())).as(kind.path()).isEqualTo(kind.status());
            Page page = visit.page();
            assertThat(page.evaluate("() => document.compatMode")).isEqualTo("CSS1Compat");
            assertThat(page.locator("h1").count())
                    .as("headings of the first level")
                    .isEqualTo(1);
            assertThat(Numbers.wrong(page)).as("numbers of " + kind.path()).isEmpty();
            for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
                Axe found = colours == ColorScheme.LIGHT ? Axe.of(page) : Axe.ofColours(page);
                assertThat(found.violations()).as(kind.path() + " " + colours).isEmpty();
                assertThat(Axe.LOOKED_AT).as(kind.path() + " " + colours).containsAll(found.undecided());
            }
            page.setViewportSize(NARROW, 640);
            assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                    .as("width of " + kind.path() + ": wider are " + wider(page))
                    .isEqualTo(NARROW);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private static Object wider(Page page) {
        return page.evaluate("() => [...document.querySelectorAll('main *, header *, footer *')]"
                + ".filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll, .chart'))"
                + ".slice(0, 5).map(e => e.outerHTML.slice(0, 120))");
    }
}
