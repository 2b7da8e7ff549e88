package vn.soto.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;

/**
 * The time of a person of sixty for a story in a browser. They read each page, look before each press and each choice,
 * and type two letters a second. The machine's own time is not counted.
 */
record PersonsTime(int pages, int presses, int letters, int pasted) {

    private static final Duration READING = Duration.ofSeconds(5);
    private static final Duration LOOKING = Duration.ofSeconds(3);
    private static final Duration LETTER = Duration.ofMillis(500);
    private static final Duration PASTING = Duration.ofSeconds(20);

    private static final String COUNTS = """
            (() => {
              if (top !== self || origin === 'null') { return; }
              const count = (what, more = 1) => sessionStorage.setItem(what, Number(sessionStorage.getItem(what)) + more);
              const typed = field => field.matches('textarea, input:not([type=radio], [type=checkbox], [type=file])');
              count('pages');
              addEventListener('click', () => count('presses'), true);
              addEventListener('change', ({ target }) => target.matches('select, [type=file]') && count('presses'), true);
              addEventListener('input', ({ target }) => typed(target) && count('letters', target.value.length), true);
              addEventListener('paste', () => count('pasted'), true);
            })()""";

    /** Counts the actions in a browser from now on. */
    static void count(BrowserContext context) {
        context.addInitScript(COUNTS);
    }

    static PersonsTime of(Page page) {
        return new PersonsTime(
                counted(page, "pages"), counted(page, "presses"), counted(page, "letters"), counted(page, "pasted"));
    }

    private static int counted(Page page, String what) {
        return ((Number) page.evaluate("what => Number(sessionStorage.getItem(what))", what)).intValue();
    }

    Duration taken() {
        return READING.multipliedBy(pages)
                .plus(LOOKING.multipliedBy(presses))
                .plus(LETTER.multipliedBy(letters))
                .plus(PASTING.multipliedBy(pasted));
    }
}
