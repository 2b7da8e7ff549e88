package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The page of the field in its states: for a thumb, in both colours, in the largest text on the narrowest screen. */
@Tag("browser")
@Tag("processes")
@ResourceLock(RunningProduct.FIELD)
final class FieldLooksIT {

    private static final boolean LONG = Boolean.getBoolean("soto.long");
    private static final RunningProduct PRODUCT = RunningProduct.ofTheField();

    /** Whatever a thumb cannot hit; of a field within a label it hits the label. */
    private static final String SMALL = """
            () => Array.from(document.querySelectorAll('a[href], button, select, textarea, summary, input'))
              .map((each) => each.closest('label') || each)
              .filter((each) => each.getClientRects().length)
              .map((each) => [each, each.getBoundingClientRect()])
              .filter(([, { width, height }]) => Math.round(width) < 48 || Math.round(height) < 48)
              .map(([each, { width, height }]) => `${width} x ${height}: ${each.outerHTML.slice(0, 120)}`)""";

    private static final String WIDER = "() => document.documentElement.scrollWidth - window.innerWidth";

    /** States of the short check: each has parts that no other of them has. */
    private static final Set<String> SHORT = Set.of("visit-faults", "queue");

    enum Look {
        LIGHT(390, ColorScheme.LIGHT, ""),
        DARK(390, ColorScheme.DARK, "large"),
        NARROW(320, ColorScheme.LIGHT, "larger"),
        HARDEST(320, ColorScheme.DARK, "larger");

        private final int width;
        private final ColorScheme colours;
        private final String size;

        Look(int width, ColorScheme colours, String size) {
            this.width = width;
            this.colours = colours;
            this.size = size;
        }

        Browser.NewContextOptions apply(Browser.NewContextOptions options) {
            return options.setViewportSize(width, 700).setColorScheme(colours);
        }

        /** Faults of the page as it is now; its picture is for people, before a release. */
        private List<String> faults(String state, Page page) {
            if (!LONG && !SHORT.contains(state)) {
                return List.of();
            }
            if (LONG) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of(
                                "target", "shots", "field-" + state + "-" + name().toLowerCase(Locale.ROOT) + ".png")));
            }
            return Stream.of(
                            ((List<?>) page.evaluate(SMALL)).stream().map(String::valueOf),
                            Stream.of(page.evaluate(WIDER))
                                    .filter(wider -> !wider.equals(0))
                                    .map(wider -> "wider by " + wider),
                            Axe.withColours(page).violations().stream())
                    .flatMap(found -> found)
                    .map(fault -> state + ": " + fault)
                    .toList();
        }
    }

    /** At length each by itself, else the one that has all of what makes a page hard. */
    static Stream<Look> looks() {
        return LONG ? Stream.of(Look.values()) : Stream.of(Look.HARDEST);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void eachStateCanBeReadAndHit(Look look) {
        List<JsonNode> households = FieldPhone.households(PRODUCT, "leader");
        List<String> faults = new ArrayList<>();
        try (FieldPhone phone = FieldPhone.of(PRODUCT, look::apply)) {
            Page page = phone.page();
            page.addInitScript("localStorage.setItem('soto-field-size', '" + look.size + "')");
            phone.reopen();
            assertThat(page.locator("main .primary")).isVisible();
            faults.addAll(look.faults("sign-in", page));
            phone.setUp("leader");
            faults.addAll(look.faults("day", page));
            phone.go("households");
            faults.addAll(look.faults("households", page));
            phone.go("more");
            faults.addAll(look.faults("more", page));
            phone.go("visit");
            assertThat(page.locator("form.visit")).isVisible();
            faults.addAll(look.faults("visit", page));
            phone.save();
            assertThat(page.locator(".fault:visible").first()).isVisible();
            page.locator("details summary").all().forEach(Locator::click);
            faults.addAll(look.faults("visit-faults", page));
            phone.offline(true);
            phone.visitTo(households.getFirst().get("reference").asString(), "VNeID");
            assertThat(phone.kept()).isVisible();
            faults.addAll(look.faults("kept", page));
            phone.visitTo("XX99-9999", "Chữ ký số");
            phone.go("queue");
            page.locator("[data-apart]").first().click();
            assertThat(page.locator(".item[data-state=apart]")).hasCount(1);
            faults.addAll(look.faults("queue", page));
            if (LONG) {
                faults.addAll(openedAgain(look, phone));
            }
            assertThat(faults).isEmpty();
            assertThat(phone.visit().complaints()).isEmpty();
        }
    }

    private static List<String> openedAgain(Look look, FieldPhone phone) {
        Page page = phone.page();
        phone.reopen();
        assertThat(page.locator("[name=pin]")).isVisible();
        List<String> faults = new ArrayList<>(look.faults("unlock", page));
        page.locator("[data-forgot]").click();
        assertThat(page.locator("[name=again]")).isVisible();
        faults.addAll(look.faults("forgot", page));
        // A phone that is reached sends at once.
        phone.endSession();
        phone.offline(false);
        phone.reopen().unlock("leader");
        page.locator("#tabs a").first().click();
        assertThat(page.locator("main h1")).isVisible();
        faults.addAll(look.faults("day-again", page));
        return faults;
    }
}
