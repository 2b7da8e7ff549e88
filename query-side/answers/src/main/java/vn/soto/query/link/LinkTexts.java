package vn.soto.query.link;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.StateRefusals.RefusingRule;
import vn.soto.web.FeatureTexts;
import vn.soto.web.Language;
import vn.soto.web.Vocabulary;

/** The names of queries and commands in Vietnamese, the default, and English. */
final class LinkTexts {

    // Read now; a request that did might hold the lock of a jar.
    private final ResourceBundle vietnamese = questions(Language.VIETNAMESE);
    private final ResourceBundle english = questions(Locale.ENGLISH);

    private final Map<String, String> keys = new ConcurrentHashMap<>();

    private static ResourceBundle questions(Locale language) {
        return Language.texts("vn.soto.query.link.questions", language);
    }

    /** @param template of the query's address */
    @Nullable
    String question(String template, Locale language) {
        ResourceBundle questions = Language.supported(language).equals(Locale.ENGLISH) ? english : vietnamese;
        String key = keys.computeIfAbsent(template, LinkTexts::key);
        return questions.containsKey(key) ? questions.getString(key) : null;
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
