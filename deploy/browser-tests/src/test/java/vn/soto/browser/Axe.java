package vn.soto.browser;

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
 * What axe-core finds on a page (WCAG 2.2 A and AA, and good practice).
 *
 * @param violations what hinders somebody
 * @param undecided  rules that it could not decide, which a person has looked at if {@link #LOOKED_AT} names them
 */
record Axe(List<String> violations, Set<String> undecided) {

    /** Rules that leave questions open on these pages, each looked at on screenshots in both colours. */
    static final Set<String> LOOKED_AT = Set.of(
            // Texts within drawings, whose background is a shape: the colours of maps and charts are tested as tokens.
            "color-contrast");

    private static final List<String> ALL =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final String SCRIPT = script();
    private static final String RUN = """
            async (runOnly) => {
              const found = await axe.run(document, {
                resultTypes: ['violations', 'incomplete'],
                runOnly,
              });
              return {
                violations: found.violations.flatMap((rule) =>
                  rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`)),
                undecided: found.incomplete.map((rule) => rule.id),
              };
            }""";

    /** All rules. */
    static Axe of(Page page) {
        return of(page, ALL);
    }

    /** The rules that depend on colours. */
    static Axe ofColours(Page page) {
        return of(page, List.of("color-contrast", "link-in-text-block"));
    }

    private static Axe of(Page page, List<String> rules) {
        if (!(page.evaluate("() => 'axe' in window") instanceof Boolean present && present)) {
            page.evaluate(SCRIPT);
        }
        if (!(page.evaluate(RUN, rules) instanceof Map<?, ?> found)) {
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
