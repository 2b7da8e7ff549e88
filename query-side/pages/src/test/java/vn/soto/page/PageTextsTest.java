package vn.soto.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PageTextsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+}");
    private static final Pattern USED = Pattern.compile("\\.t\\(\\s*\"([a-z][\\w.-]*)\"");

    private final Map<String, String> vietnamese = PageTexts.in(Locale.of("vi")).all();
    private final Map<String, String> english = PageTexts.in(Locale.ENGLISH).all();

    @Test
    void bothLanguagesAreComplete() {
        assertThat(vietnamese.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        vietnamese.forEach(
                (key, text) -> assertThat(arguments(text)).as(key).isEqualTo(arguments(english.getOrDefault(key, ""))));
    }

    @Test
    void textsAreComposedCharacters() {
        vietnamese.forEach((key, text) -> assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC))
                .as(key)
                .isTrue());
    }

    @Test
    void everyTextThatPagesAskForIsThere() throws Exception {
        List<String> used = new ArrayList<>();
        for (Path folder : List.of(
                Path.of("../../query-side/pages/src/main/jte"), Path.of("../../query-side/pages/src/main/java"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher found = USED.matcher(Files.readString(file));
                    while (found.find()) {
                        used.add(found.group(1));
                    }
                }
            }
        }
        assertThat(used)
                .isNotEmpty()
                .filteredOn(key -> !key.endsWith("."))
                .allSatisfy(key -> assertThat(vietnamese).containsKey(key));
    }

    private static Set<String> arguments(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = ARGUMENT.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
