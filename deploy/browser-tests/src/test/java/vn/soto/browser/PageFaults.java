package vn.soto.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The faults of a visited page: in its headings, its numbers and their places, and those that axe finds, at length in
 * light and dark. Content wider than a narrow window or a phone, and complaints of the browser, are faults, too.
 */
final class PageFaults {

    private static final boolean LONG = Boolean.getBoolean("soto.long");

    private static final int PHONE = 360;

    /** Pixels: the narrowest window of WCAG 1.4.10, a phone, and at length a larger one. */
    private static final List<Integer> WIDTHS = LONG ? List.of(320, 390, PHONE) : List.of(320, PHONE);

    /** Finds, of each table, the first figure that no fold hides, if it lies beyond the edge of the screen. */
    private static final String FIRST_FIGURES = """
            () => [...document.querySelectorAll('main table')]
              .map(table => [...table.querySelectorAll('tbody data')].find(each => each.checkVisibility()))
              .filter(first => first && first.getBoundingClientRect().right > innerWidth)
              .map(first => first.closest('table').caption?.innerText + ': ' + first.outerHTML.slice(0, 120))""";

    /** Finds the places of the navigation that are hidden or lie beyond the edge of the screen. */
    private static final String LOST_PLACES = """
            () => [...document.querySelectorAll('nav.places a')]
              .filter(place => !place.checkVisibility() || place.getBoundingClientRect().left < 0
                || place.getBoundingClientRect().right > innerWidth + 1)
              .map(place => place.innerText)""";

    /** The contrasts of both are tested as tokens; a browser looks at them at length. */
    private static final List<ColorScheme> COLOURS = LONG ? List.of(ColorScheme.LIGHT, ColorScheme.DARK) : List.of();

    private PageFaults() {}

    static List<String> of(Visit visit) {
        Page page = visit.page();
        List<String> faults = new ArrayList<>();
        if (!"CSS1Compat".equals(page.evaluate("() => document.compatMode"))) {
            faults.add("it has no document type");
        }
        int headings = page.locator("h1").count();
        if (headings != 1) {
            faults.add(headings + " headings of the first level");
        }
        Numbers.wrong(page).forEach(wrong -> faults.add("number: " + wrong));
        add(Axe.of(page), "", faults);
        for (ColorScheme colours : COLOURS) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            add(Axe.ofColours(page), colours + ": ", faults);
        }
        ViewportSize usual = page.viewportSize();
        for (int width : WIDTHS) {
            page.setViewportSize(width, 740);
            Object taken = page.evaluate("() => document.documentElement.scrollWidth");
            if (!Integer.valueOf(width).equals(taken)) {
                faults.add(taken + " pixels wide in " + width + ": " + wider(page));
            }
            ((List<?>) page.evaluate(LOST_PLACES)).forEach(place -> faults.add("lost at " + width + ": " + place));
        }
        ((List<?>) page.evaluate(FIRST_FIGURES)).forEach(figure -> faults.add("beyond the edge of a phone: " + figure));
        page.setViewportSize(usual.width, usual.height);
        visit.complaints().forEach(complaint -> faults.add("complaint: " + complaint));
        visit.complaints().clear();
        return faults;
    }

    private static void add(Axe found, String colours, List<String> faults) {
        found.violations().forEach(violation -> faults.add(colours + violation));
        TreeSet<String> open = new TreeSet<>(found.undecided());
        open.removeAll(Axe.LOOKED_AT);
        open.forEach(rule -> faults.add(colours + "nobody has looked at " + rule));
    }

    private static Object wider(Page page) {
        return page.evaluate("() => [...document.querySelectorAll('main *, header *, footer *')]"
                + ".filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll, .chart'))"
                + ".slice(0, 5).map(e => e.outerHTML.slice(0, 120))");
    }
}
