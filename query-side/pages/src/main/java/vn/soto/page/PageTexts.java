package vn.soto.page;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import vn.soto.web.Language;

/** The texts of pages in one language; each group of pages has a bundle of its own. */
public final class PageTexts {

    /** Names of the bundles {@code <name>_vi.properties} and {@code <name>_en.properties} beside this class. */
    static final List<String> BUNDLES = List.of(
            "layout",
            "account",
            "sign-in",
            "stipend",
            "dashboard",
            "detection",
            "event",
            "evidence",
            "field",
            "creation",
            "form",
            "goal",
            "help",
            "home",
            "paper",
            "person",
            "practice",
            "record",
            "report",
            "round",
            "team",
            "verify",
            "visit",
            "words");

    /** The names of the API's questions. */
    private static final String QUESTIONS = "vn.soto.query.link.questions";

    /** Of the questions' templates, of which there are some hundred. */
    private static final Map<String, String> KEYS = new ConcurrentHashMap<>();

    private static final PageTexts VIETNAMESE = new PageTexts(Locale.of("vi"));
    private static final PageTexts IN_ENGLISH = new PageTexts(Locale.ENGLISH);

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
    private final Locale language;

    private PageTexts(Locale language) {
        this.language = language;
        for (String name : BUNDLES) {
            ResourceBundle bundle = Language.texts("vn.soto.page." + name, language);
            bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        }
        ResourceBundle questions = Language.texts(QUESTIONS, language);
        questions.keySet().forEach(key -> texts.put("question." + key, questions.getString(key)));
    }

    static PageTexts in(Locale language) {
        return Language.isEnglish(language) ? IN_ENGLISH : VIETNAMESE;
    }

    /** @throws MissingResourceException if there is no such text: a page without a word is a mistake of ours */
    public String text(String key, Object... arguments) {
        String pattern = texts.get(key);
        if (pattern == null) {
            throw new MissingResourceException("no text " + key, PageTexts.class.getName(), key);
        }
        // Most texts are whole as they stand, and most others have texts put in. A format is not thread-safe; to read
        // its pattern takes ten times as long as to copy it.
        if (arguments.length == 1 && arguments[0] instanceof String one && isPlain(pattern)) {
            return pattern.replace("{0}", one);
        }
        return pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0
                ? pattern
                : ((MessageFormat) formats.computeIfAbsent(key, of -> new MessageFormat(pattern, language))
                                .clone())
                        .format(arguments);
    }

    /** Whether nothing but the first argument is put in, as it is. */
    private static boolean isPlain(String pattern) {
        int first = pattern.indexOf('{');
        return first >= 0
                && pattern.indexOf('\'') < 0
                && pattern.indexOf('{', first + 1) < 0
                && pattern.startsWith("{0}", first);
    }

    /** The name of the question with this template; the address of its page if it has none. */
    public String question(String template) {
        return texts.getOrDefault("question." + key(template), Addresses.page(template));
    }

    /** {@code /api/units/{unit}/coverage} as {@code units.unit.coverage}: how texts name a question. */
    public static String key(String template) {
        return KEYS.computeIfAbsent(template, PageTexts::keyOf);
    }

    private static String keyOf(String template) {
        String page = Addresses.page(template);
        return page.isEmpty() ? "" : page.substring(1).replaceAll("[{}]", "").replace('/', '.');
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    Map<String, String> all() {
        return Map.copyOf(texts);
    }
}
