package vn.soto.query.link;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.StateRefusals.RefusingRule;
import vn.soto.web.FeatureTexts;
import vn.soto.web.Language;
import vn.soto.web.Vocabulary;

/** The names of queries and commands in Vietnamese, the default, and English. */
final class LinkTexts {

    // Read now; a request that did might hold the lock of a jar.
    private final Map<String, String> vietnamese = questions(Language.VIETNAMESE);
    private final Map<String, String> english = questions(Locale.ENGLISH);

    private final Map<String, String> keys = new ConcurrentHashMap<>();

    private static Map<String, String> questions(Locale language) {
        ResourceBundle texts = Language.texts("vn.soto.query.link.questions", language);
        return texts.keySet().stream().collect(Collectors.toUnmodifiableMap(key -> key, texts::getString));
    }

    /** @param template of the query's address */
    @Nullable
    String question(String template, Locale language) {
        String known = keys.get(template); // computeIfAbsent may lock what is there
        String key = known == null ? keys.computeIfAbsent(template, LinkTexts::key) : known;
        return (Language.isEnglish(language) ? english : vietnamese).get(key);
    }

    /** {@code /api/units/{unit}/coverage} as {@code units.unit.coverage}. */
    static String key(String template) {
        return template.equals("/api")
                ? "entrance"
                : template.replaceFirst("^/api/", "").replaceAll("[{}]", "").replace('/', '.');
    }

    /** Says why a command is refused, in one line. */
    String refusal(RefusingRule refusal, Locale language) {
        Locale locale = Language.supported(language);
        String pattern = Objects.requireNonNull(FeatureTexts.in(locale).get(refusal.rule()));
        return new MessageFormat(pattern, locale)
                .format(Vocabulary.arguments(refusal.rule(), refusal.arguments(), locale));
    }

    @Nullable
    String command(String name, Locale language) {
        return FeatureTexts.in(language).get(name);
    }
}
