package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A later version is loaded beside, and taken at the next opening: never while something is typed. */
@Tag("browser")
@Tag("processes")
@ResourceLock(RunningProduct.FIELD)
final class FieldVersionsIT {

    private static final RunningProduct PRODUCT = RunningProduct.ofTheField();

    /** The worker of the other language is another version of it. */
    private static final String ANOTHER = """
            () => navigator.serviceWorker.register('/sw.js?en', { scope: '/field' }).then((registration) => new Promise((done) => {
              const waits = () => (registration.waiting ? done(true) : (registration.installing || registration.active)
                .addEventListener('statechange', waits, { once: true }));
              waits();
            }))""";

    private static final String CONTROLLER = "() => navigator.serviceWorker.controller.scriptURL";

    @Test
    void aVersionThatComesWhileSomethingIsTypedWaitsForTheNextOpening() {
        try (FieldPhone phone = FieldPhone.of(PRODUCT).setUp("member")) {
            Page page = phone.page();
            page.reload();
            phone.unlock("member").go("visit");
            page.locator(".chip").first().click();
            assertThat(page.locator("form[data-kept]")).hasCount(1);
            Object before = page.evaluate(CONTROLLER);

            assertThat(page.evaluate(ANOTHER)).isEqualTo(true);
            assertThat(page.evaluate(CONTROLLER)).isEqualTo(before);
            assertThat(page.locator(".chip input:checked")).hasCount(1);

            phone.reopen().unlock("member").go("visit");
            assertThat(page.evaluate(CONTROLLER)).isNotEqualTo(before);
            assertThat(page.locator(".chip input:checked")).hasCount(1);
            assertThat(phone.visit().complaints()).isEmpty();
        }
    }

    /** That of Zalo; at length those of Facebook, too. */
    static Stream<String> browsers() {
        return Stream.of(
                        "Mozilla/5.0 (Linux; Android 10) Chrome/120.0 Mobile Safari/537.36 Zalo android/23",
                        "Mozilla/5.0 (Linux; Android 10) Chrome/120.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/440.0;]",
                        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile/15E148 [FBAN/FBIOS;FBAV/440.0]")
                .limit(Boolean.getBoolean("soto.long") ? 3 : 1);
    }

    @ParameterizedTest
    @MethodSource("browsers")
    void insideZaloOrFacebookThePageAsksForABrowser(String browser) {
        try (FieldPhone phone = FieldPhone.of(PRODUCT, look -> look.setUserAgent(browser))) {
            phone.reopen();
            assertThat(phone.page().locator("main")).containsText("Hãy mở bằng trình duyệt của máy");
            assertThat(phone.page().locator("[data-address]")).hasValue(phone.line.address() + "/field");
        }
    }
}
