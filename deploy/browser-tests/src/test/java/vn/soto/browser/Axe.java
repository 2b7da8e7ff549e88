package vn.soto.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The findings of axe-core on a page (WCAG 2.2 A and AA, and good practice).
 *
 * @param violations faults that hinder somebody
 * @param undecided  rules that it could not decide, which a person has looked at if {@link #LOOKED_AT} names them
 */
record Axe(List<String> violations, Set<String> undecided) {

    /** Half of the time that all rules together take. */
    private static final String CONTRAST = "color-contrast";

    /** Rules that leave questions open on these pages, each looked at on screenshots in both colours. */
    static final Set<String> LOOKED_AT = Set.of(
            // Texts within drawings, whose background is a shape: the colours of maps and charts are tested as tokens.
            CONTRAST);

    private static final List<String> ALL =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final Map<String, Object> WITH_CONTRAST = Map.of("runOnly", ALL);
    private static final Map<String, Object> WITHOUT_CONTRAST =
            Map.of("runOnly", ALL, "rules", Map.of(CONTRAST, Map.of("enabled", false)));
    private static final Map<String, Object> OF_COLOURS = Map.of("runOnly", List.of(CONTRAST, "link-in-text-block"));

    private static final String SCRIPT = script();
    private static final String RUN = """
            async (options) => {
              const run = (more) => axe.run(document, {
                resultTypes: ['violations', 'incomplete'],
                // The rules that read style sheets are not among ours.
                preload: { assets: ['media'] },
                ...options,
                ...more,
              });
              // Where an element stands is worked out only if it is to be told.
              let found = await run({ selectors: false });
              if (found.violations.length) { found = await run({}); }
              return {
                violations: found.violations.flatMap((rule) =>
                  rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`)),
                undecided: found.incomplete.map((rule) => rule.id),
              };
            }""";

    /** Each page of a browser has the script from its beginning: it is sent once, and not for every page. */
    static void prepare(BrowserContext browser) {
        browser.addInitScript(SCRIPT);
    }

    /** All rules but that of contrasts. */
    static Axe of(Page page) {
        return of(page, WITHOUT_CONTRAST);
    }

    /** All rules, in one look at the page as it is coloured now. */
    static Axe withColours(Page page) {
        return of(page, WITH_CONTRAST);
    }

    /** The rules that depend on colours. */
    static Axe ofColours(Page page) {
        return of(page, OF_COLOURS);
    }

    private static Axe of(Page page, Map<String, Object> options) {
        if (!(page.evaluate("() => 'axe' in window") instanceof Boolean present && present)) {
            page.evaluate(SCRIPT);
        }
        if (!(page.evaluate(RUN, options) instanceof Map<?, ?> found)) {
            throw new IllegalStateException("axe did not answer");
        }
        return new Axe(texts(found.get("violations")), new TreeSet<>(texts(found.get("undecided"))));
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> texts
                ? texts.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String script() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("axe.min.js is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
