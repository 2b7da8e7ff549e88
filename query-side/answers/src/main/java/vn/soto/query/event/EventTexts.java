package vn.soto.query.event;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.soto.web.FeatureTexts;
import vn.soto.web.Language;

/**
 * The sentence of each event, by its stored name without the revision, before its values are put in. It stands among the texts of
 * the event's feature, which are packaged with both sides.
 */
final class EventTexts {

    private static final String SENTENCE = "sentence.";
    private static final Pattern VALUE = Pattern.compile("\\{([^}]+)}");
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^]]*)]");

    /** By text, of which there are as many as stored names in each language. */
    private static final Map<String, List<String>> PATHS = new ConcurrentHashMap<>();

    private static final Map<String, String> VIETNAMESE = sentences(Language.VIETNAMESE);
    private static final Map<String, String> ENGLISH = sentences(Locale.ENGLISH);

    private EventTexts() {}

    static Set<String> names(Locale language) {
        return new TreeSet<>(texts(language).keySet());
    }

    static Optional<String> of(String name, Locale language) {
        return Optional.ofNullable(texts(language).get(name));
    }

    /** The paths of the values that a text has. */
    static List<String> paths(String text) {
        return PATHS.computeIfAbsent(
                text,
                t -> VALUE.matcher(t).results().map(found -> found.group(1)).toList());
    }

    /** Puts the values in; a part in brackets is left out if one of its values is absent, another absent value is a dash. */
    static String filled(String text, Function<String, Optional<String>> value) {
        Map<String, Optional<String>> values =
                paths(text).stream().distinct().collect(Collectors.toMap(Function.identity(), value));
        String whole = OPTIONAL.matcher(text)
                .replaceAll(part -> Matcher.quoteReplacement(
                        paths(part.group(1)).stream()
                                        .allMatch(path -> values.getOrDefault(path, Optional.empty())
                                                .isPresent())
                                ? part.group(1)
                                : ""));
        return VALUE.matcher(whole)
                .replaceAll(path -> Matcher.quoteReplacement(
                        values.getOrDefault(path.group(1), Optional.empty()).orElse("–")));
    }

    private static Map<String, String> texts(Locale language) {
        return Language.isEnglish(language) ? ENGLISH : VIETNAMESE;
    }

    private static Map<String, String> sentences(Locale locale) {
        return FeatureTexts.in(locale).entrySet().stream()
                .filter(text -> text.getKey().startsWith(SENTENCE))
                .collect(Collectors.toUnmodifiableMap(
                        text -> text.getKey().substring(SENTENCE.length()), Map.Entry::getValue));
    }
}
