package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing typed is lost: over a reload, a refusal, an ended session and no network; and nobody else at that machine gets it. */
@Tag("browser")
@Tag("processes")
final class DraftsIT {

    private static final RunningProduct PRODUCT = RunningProduct.shared();
    private static final String WORDS = "đã hướng dẫn cài ứng dụng";
    private static final String KEPT = "Object.keys(localStorage).filter(key => key.startsWith('soto-draft:')).length";

    /** A phone whose session is of its own, so that it can end. */
    private static Visit phone() {
        Visit visit = Visit.stranger();
        visit.page().setViewportSize(390, 844);
        visit.signInAs("member", PRODUCT.password("member"));
        visit.page().waitForURL(address -> !address.contains("/sign-in"));
        return visit;
    }

    private static Locator chip(Page page, String words) {
        return page.locator(".chip")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }

    private static void type(Page page) {
        page.locator("#visit summary")
                .filter(new Locator.FilterOptions().setHasText("ghi chú"))
                .click();
        page.locator("[name=note]").fill(WORDS);
        chip(page, "VNeID").click();
        assertThat(page.locator("form[data-kept]")).hasCount(1);
    }

    private static void isKept(Page page) {
        assertThat(page.locator("[name=note]")).hasValue(WORDS);
        assertThat(page.locator(".chip input:checked")).hasCount(1);
    }

    private static void save(Page page) {
        page.locator("#o-household .option").first().click();
        page.locator("#visit .save button").click();
    }

    @Test
    void nothingTypedIsLostAndNobodyElseSeesIt() {
        try (Visit visit = phone()) {
            Page page = visit.page();
            visit.open("/visit");
            type(page);
            // Without a household it is refused, and the form is as it was.
            page.locator("#visit .save button").click();
            assertThat(page.locator("#errors")).isVisible();
            isKept(page);

            visit.open("/visit");
            isKept(page);

            // The server refuses a form that another account opened.
            page.locator("input[name=_account]").evaluate("e => { e.value = 'leader' }");
            page.locator("#o-household .option").first().click();
            page.locator("#visit .save button").click();
            assertThat(page.locator("main")).containsText("tài khoản khác");
        }
        try (Visit other = Visit.of("leader")) {
            other.open("/visit");
            assertThat(other.page().locator("[name=note]")).hasValue("");
        }
    }

    @Test
    void anEndedSessionLeadsBackToWhatWasTyped() {
        try (Visit visit = phone()) {
            Page page = visit.page();
            visit.open("/visit");
            type(page);
            visit.context().clearCookies();
            save(page);

            assertThat(page).hasURL(Pattern.compile("/sign-in[?]to="));
            page.fill("#account", "member");
            page.fill("#password", PRODUCT.password("member"));
            page.press("#password", "Enter");
            assertThat(page).hasURL(Pattern.compile("/visit$"));
            isKept(page);
            page.locator("#visit .save button").click();
            assertThat(page.locator("#receipt")).isVisible();
            assertThat(page.evaluate(KEPT)).as("recorded, so no draft any more").isEqualTo(0);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void withoutANetworkTheFormStaysAndSaysThatNothingWasRecorded() {
        try (Visit visit = phone()) {
            Page page = visit.page();
            visit.open("/visit");
            type(page);
            visit.context().setOffline(true);
            save(page);

            assertThat(page.locator(".unsent")).containsText("chưa ghi gì");
            isKept(page);
            visit.context().setOffline(false);
            page.locator("#visit .save button").click();
            assertThat(page.locator("#receipt")).isVisible();
        }
    }

    @Test
    void signingOutAsksOnceAndEndsTheDrafts() {
        try (Visit visit = phone()) {
            Page page = visit.page();
            List<String> asked = new ArrayList<>();
            page.onDialog(dialog -> {
                asked.add(dialog.message());
                if (asked.size() == 1) {
                    dialog.dismiss();
                } else {
                    dialog.accept();
                }
            });
            visit.open("/visit");
            type(page);
            page.locator("form[data-drafts] button").click();
            assertThat(page).hasURL(Pattern.compile("/visit$"));
            isKept(page);

            page.locator("form[data-drafts] button").click();
            assertThat(page).not().hasURL(Pattern.compile("/visit$"));
            assertThat(asked).hasSize(2).allMatch(words -> words.contains("bản nháp"));
            assertThat(page.evaluate(KEPT)).isEqualTo(0);
        }
    }

    @Test
    void aDraftEndsAfterADay() {
        try (Visit visit = phone()) {
            Page page = visit.page();
            visit.open("/visit");
            type(page);
            page.evaluate("""
                    Object.keys(localStorage).filter(key => key.startsWith('soto-draft:')).forEach(key => {
                      const draft = JSON.parse(localStorage.getItem(key));
                      localStorage.setItem(key, JSON.stringify({ ...draft, at: draft.at - 24 * 60 * 60 * 1000 - 1000 }));
                    })""");
            visit.open("/visit");

            assertThat(page.locator("[name=note]")).hasValue("");
            assertThat(page.locator(".chip input:checked")).hasCount(0);
            assertThat(page.evaluate(KEPT)).isEqualTo(0);
        }
    }
}
