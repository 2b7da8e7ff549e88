package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.shared.Flag;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.Rule;

final class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");

    /** In Vietnamese, what names of the API are called, and which arguments of a text are such names. */
    private static final Pattern WORD = Pattern.compile("(event|field)\\.[^.].*|[A-Z_]+\\.arguments");

    private static final int MOST_WORDS = 60;

    /** A text tells how to mend, or that there is nothing to mend; an English imperative looks like any other word. */
    private static final Pattern MEND =
            Pattern.compile("(?iu)(?<!\\p{L})(hãy|nên|muốn|nhờ|không cần|chỉ (\\p{L}+ ){1,3}khi)(?!\\p{L})");

    /** A quotation, but for what an argument fills in. */
    private static final Pattern QUOTED = Pattern.compile("“([^”5]*)”");

    private static final Pattern OF_PROGRAMS = Pattern.compile(
            "\\b[a-z]+_[a-z]+\\b|\\b[a-z]+[A-Z]\\w*|/api/|\\(confirmed\\)|\\b(hash|UUID|JSON|commit)\\b|mã lệnh");

    private static final Pattern ARGUMENT = Pattern.compile("\\{[^}]*}");

    /** Prefix of the texts of events, which the query side compares with the events. */
    private static final String SENTENCE = "sentence.";

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void tellWhatMustHoldForEveryRuleAndWarningAndWhatEachCommandIsCalledAndNothingElse(String language) {
        Set<String> texts = new TreeSet<>(texts(language).stringPropertyNames());
        texts.removeIf(key -> key.startsWith(SENTENCE));
        if (language.equals("vi")) {
            texts.removeIf(key -> WORD.matcher(key).matches());
        }
        assertThat(texts).isEqualTo(union(codes(), titles()));
    }

    @Test
    void sayOfWhichTextTheyNameTheArguments() {
        assertThat(texts("vi").stringPropertyNames().stream()
                        .filter(key -> key.endsWith(".arguments"))
                        .map(key -> key.replace(".arguments", "")))
                .isNotEmpty()
                .isSubsetOf(codes());
    }

    @Test
    void nameTheSameArgumentsInBothLanguages() {
        Properties vietnamese = texts("vi");
        Properties english = texts("en");

        assertThat(codes())
                .allSatisfy(code -> assertThat(placeholders(english.getProperty(code)))
                        .as(code)
                        .isEqualTo(placeholders(vietnamese.getProperty(code))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void areWholeSentencesInComposedUnicodeWithoutQuotesThatFormatsTreatSpecially(String language) {
        Properties texts = texts(language);
        assertThat(texts.stringPropertyNames().stream()
                        .filter(codes()::contains)
                        .map(texts::getProperty))
                .allSatisfy(text -> assertThat(text)
                        .endsWith(".")
                        .doesNotContain("'")
                        .isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC)));
    }

    /** A refusal stands on a form: it says what to do there, briefly, in the words of the form and of no program. */
    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void tellOfEveryRefusalHowToMendItInWordsOnTheScreen(String language) {
        Properties texts = texts(language);
        Set<String> screen = titles().stream().map(texts::getProperty).collect(Collectors.toSet());

        assertThat(DomainModel.rules()).extracting(Rule::name).allSatisfy(rule -> {
            String text = ARGUMENT.matcher(texts.getProperty(rule)).replaceAll("5");
            assertThat(text).as(rule).doesNotContainPattern(OF_PROGRAMS);
            if (language.equals("vi")) {
                assertThat(text).as(rule).containsPattern(MEND);
            }
            assertThat(text.split(" ", -1)).as(rule).hasSizeLessThanOrEqualTo(MOST_WORDS);
            assertThat(QUOTED.matcher(text).results().map(quoted -> quoted.group(1)))
                    .as(rule)
                    .isSubsetOf(screen);
        });
    }

    /** The list of bundles serves programs that read the texts without the rules. */
    @Test
    void areListedBesideThemselves() {
        String all = ResourceBundle.getBundle("vn.soto.domain.messages.all").getString("bundles");

        assertThat(Stream.of(all.split(" ", -1)).map(bundle -> "vn.soto.domain.messages." + bundle))
                .containsExactlyElementsOf(DomainModel.texts());
    }

    private static Set<String> codes() {
        return Stream.concat(
                        DomainModel.rules().stream().map(Rule::name),
                        Stream.of(Flag.Code.values()).map(Enum::name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> titles() {
        return DomainModel.commands().stream().map(Command::nameOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    private static Properties texts(String language) {
        Properties texts = new Properties();
        for (String bundle : DomainModel.texts()) {
            String file = "/" + bundle.replace('.', '/') + "_" + language + ".properties";
            try (InputStream in = DomainModel.class.getResourceAsStream(file)) {
                assertThat(in).as(file).isNotNull();
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }
}
