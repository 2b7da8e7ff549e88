package vn.soto.query.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentence of each event, by its stored name without the revision, before its values are put in. */
final class EventTexts {

    private static final String BUNDLE = "vn.soto.query.timeline.events";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Pattern VALUE = Pattern.compile("\\{([^}]+)}");
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^]]*)]");

    private EventTexts() {}

    static Set<String> names(Locale language) {
        return new TreeSet<>(texts(language).keySet());
    }

    static Optional<String> of(String name, Locale language) {
        ResourceBundle texts = texts(language);
        return texts.containsKey(name) ? Optional.of(texts.getString(name)) : Optional.empty();
    }

    /** The paths of the values that a text has. */
    static List<String> paths(String text) {
        List<String> paths = new ArrayList<>();
        VALUE.matcher(text).results().forEach(found -> paths.add(found.group(1)));
        return paths;
    }

    /** Puts the values in; a part in brackets is left out if one of its values is absent, another absent value is a dash. */
    static String filled(String text, Function<String, Optional<String>> values) {
        String whole = OPTIONAL.matcher(text)
                .replaceAll(part -> Matcher.quoteReplacement(
                        paths(part.group(1)).stream()
                                        .allMatch(path -> values.apply(path).isPresent())
                                ? part.group(1)
                                : ""));
        return VALUE.matcher(whole)
                .replaceAll(value ->
                        Matcher.quoteReplacement(values.apply(value.group(1)).orElse("–")));
    }

    private static ResourceBundle texts(Locale language) {
        Locale locale = language.getLanguage().equals("en") ? Locale.ENGLISH : Locale.of("vi");
        return ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK);
    }
}
