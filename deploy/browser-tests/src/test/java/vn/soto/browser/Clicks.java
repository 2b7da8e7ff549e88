package vn.soto.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

/**
 * The clicks of a person who begins at their home and goes on by what the pages show. Typing is not counted; an address
 * is never typed. On a phone they are taps.
 */
final class Clicks {

    private final Page page;
    private int made;

    private Clicks(Page page) {
        this.page = page;
    }

    /** At the home of whoever is signed in. */
    static Clicks fromHome(Page page) {
        page.navigate("/");
        return new Clicks(page);
    }

    /** From the answers to a text that is typed into the search at home. */
    static Clicks fromSearch(Page page, String text) {
        Clicks clicks = fromHome(page);
        page.locator("#search").fill(text);
        page.locator("#search").press("Enter");
        return clicks;
    }

    /** From a page to which an earlier job led. */
    static Clicks here(Page page) {
        return new Clicks(page);
    }

    /** The first that can be seen; where none can, the fold that holds it is opened first. */
    void on(String selector) {
        page.locator(selector).first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        Locator seen = page.locator(selector + ":visible");
        if (seen.count() == 0) {
            on(page.locator(selector).first().locator("xpath=ancestor::details[not(@open)][1]/summary"));
        }
        on(seen.first());
    }

    void on(Locator target) {
        target.click();
        made++;
    }

    /** A choice of a list that unfolds. */
    void pick(String list, String value) {
        page.locator(list).selectOption(value);
        made++;
    }

    void atMost(int clicks) {
        assertThat(made).as("clicks").isLessThanOrEqualTo(clicks);
    }
}
