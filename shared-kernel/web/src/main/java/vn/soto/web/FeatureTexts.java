package vn.soto.web;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Texts of the domain's features: of a refusal by its rule, of an event by {@code sentence.} and its stored name without the
 * revision, the title of a command by its name, and words. They are packaged with the query side, too.
 */
public final class FeatureTexts {

    private static final String FOLDER = "vn.soto.domain.messages.";

    // Read once, before requests: a request that did might hold the lock of a jar.
    private static final Map<String, String> VIETNAMESE = read(Language.VIETNAMESE);
    private static final Map<String, String> ENGLISH = read(Locale.ENGLISH);

    private FeatureTexts() {}

    /** Texts by key. */
    public static Map<String, String> in(Locale language) {
        return Language.isEnglish(language) ? ENGLISH : VIETNAMESE;
    }

    /** None in a process without commands; a feature that is named and has no texts is a mistake of ours. */
    private static Map<String, String> read(Locale language) {
        return features()
                .map(feature -> Language.texts(FOLDER + feature, language))
                .flatMap(texts -> texts.keySet().stream().map(key -> Map.entry(key, texts.getString(key))))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<String> features() {
        try {
            return Stream.of(Language.texts(FOLDER + "all", Language.VIETNAMESE)
                    .getString("bundles")
                    .split(" ", -1));
        } catch (MissingResourceException e) {
            return Stream.empty();
        }
    }
}
