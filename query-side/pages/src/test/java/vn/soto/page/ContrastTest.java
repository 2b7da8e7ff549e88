package vn.soto.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The contrast of the colours of {@code tokens.css}, by the formula of WCAG 2.2: 4.5 for text, 3 for shapes. */
final class ContrastTest {

    private record Pair(String text, String ground, double least) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair("ink", "surface", 7),
            new Pair("ink", "canvas", 7),
            new Pair("muted", "surface", 4.5),
            new Pair("muted", "canvas", 4.5),
            new Pair("brand", "surface", 4.5),
            new Pair("brand", "canvas", 4.5),
            new Pair("on-brand", "brand", 4.5),
            new Pair("edge", "surface", 3),
            new Pair("past", "past-bg", 4.5),
            new Pair("ok", "ok-bg", 4.5),
            new Pair("warn", "warn-bg", 4.5),
            new Pair("bad", "bad-bg", 4.5));

    @Test
    void everyPairOfColoursIsReadable() throws IOException {
        String css = Files.readString(Path.of("../../query-side/pages/src/main/resources/assets/tokens.css"));
        Map<String, String> light = colours(css, ":root {");
        Map<String, String> dark = new HashMap<>(light);
        dark.putAll(colours(css, ":root.dark {"));
        for (Map<String, String> theme : List.of(light, dark)) {
            PAIRS.forEach(pair -> assertThat(contrast(
                            Objects.requireNonNull(theme.get(pair.text)),
                            Objects.requireNonNull(theme.get(pair.ground))))
                    .as("%s on %s", pair.text, pair.ground)
                    .isGreaterThanOrEqualTo(pair.least));
        }
        assertThat(colours(css, ":root:not(.light) {")).isEqualTo(colours(css, ":root.dark {"));
    }

    /** Paper stays light in dark, where the text of pages is light, too. Drawings alone lie on it, as they have an ink of their own. */
    @Test
    void onlyDrawingsLieOnPaper() throws IOException {
        Matcher rules = Pattern.compile("([^{}]+)\\{[^}]*var\\(--paper\\)")
                .matcher(Files.readString(Path.of("../../query-side/pages/src/main/resources/assets/soto.css")));
        List<String> on = rules.results().map(rule -> rule.group(1).strip()).toList();
        assertThat(on).isNotEmpty().allMatch(selector -> selector.matches("(.* )?svg(\\.[a-z]+)?"));
    }

    private static Map<String, String> colours(String css, String selector) {
        int from = css.indexOf(selector);
        Matcher found =
                Pattern.compile("--([a-z-]+): (#[0-9a-f]{6})").matcher(css.substring(from, css.indexOf('}', from)));
        Map<String, String> colours = new HashMap<>();
        while (found.find()) {
            colours.put(found.group(1), found.group(2));
        }
        assertThat(colours).isNotEmpty();
        return colours;
    }

    private static double contrast(String one, String other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int from) {
        double value = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
