package vn.soto.query.link;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.soto.web.Language;

/** What queries and commands are called in Vietnamese, the default, and English. */
final class LinkTexts {

    private static final String QUESTIONS = "vn.soto.query.link.questions";
    private static final String COMMANDS = "vn.soto.domain.messages.";

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    LinkTexts() {
        messages.setBasenames(Stream.concat(Stream.of(QUESTIONS), features()).toArray(String[]::new));
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        // Reads every bundle now; a request that did might hold the lock of a jar.
        command("", Language.VIETNAMESE);
        command("", Locale.ENGLISH);
    }

    /** The texts of each feature, among them the titles of its commands. */
    private static Stream<String> features() {
        String features = ResourceBundle.getBundle(COMMANDS + "all").getString("bundles");
        return Stream.of(features.split(" ", -1)).map(feature -> COMMANDS + feature);
    }

    /** @param template of the query's address */
    @Nullable
    String question(String template, Locale language) {
        return text(key(template), language);
    }

    /** {@code /api/units/{unit}/coverage} as {@code units.unit.coverage}. */
    static String key(String template) {
        return template.equals("/api")
                ? "entrance"
                : template.replaceFirst("^/api/", "").replaceAll("[{}]", "").replace('/', '.');
    }

    @Nullable
    String command(String name, Locale language) {
        return text(name, language);
    }

    private @Nullable String text(String key, Locale language) {
        return messages.getMessage(
                key, null, null, language.getLanguage().equals("en") ? Locale.ENGLISH : Language.VIETNAMESE);
    }
}
