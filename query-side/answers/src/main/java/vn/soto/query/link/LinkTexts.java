package vn.soto.query.link;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.soto.web.FeatureTexts;
import vn.soto.web.Language;

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

    @Nullable
    String command(String name, Locale language) {
        return FeatureTexts.in(language).get(name);
    }
}
