package vn.soto.web;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Texts of the domain's features. Their keys are the rule of a refusal, the name of a command for its title, and words.
 * An event's key is {@code sentence.} and its stored name without the revision. They are packaged with the query side,
 * too.
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
