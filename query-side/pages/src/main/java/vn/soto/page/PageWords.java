package vn.soto.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import vn.soto.web.Language;
import vn.soto.web.Vocabulary;

/** What components and values of answers are called: by the words of pages, then by those of the whole product. */
final class PageWords {

    /** The type of a component's values, where types share names of values. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("byChannel", "Channel"),
            Map.entry("channel", "Channel"),
            Map.entry("byMode", "Mode"),
            Map.entry("mode", "Mode"),
            Map.entry("organisation", "MemberOrigin"),
            Map.entry("byService", "ServiceCategory"),
            Map.entry("category", "ServiceCategory"),
            Map.entry("kind", "UnitKind"),
            Map.entry("byOutcome", "AssistanceOutcome"),
            Map.entry("outcome", "AssistanceOutcome"),
            Map.entry("role", "Role"),
            Map.entry("byVerification", "Verification"));

    /** Words of the values of enums, by the value's name; of two types that share a name and not the word none. */
    private static final Map<String, String> VALUES = values();

    private PageWords() {}

    static String field(String name, Locale language) {
        PageTexts texts = PageTexts.in(language);
        String key = "field." + name;
        if (texts.has(key)) {
            return texts.text(key);
        }
        String word = Vocabulary.field(name, language);
        return word.equals(name) ? apart(name) : word;
    }

    /** What a value that is a name of the API is called; the value itself if it is none. */
    static String value(String field, String value, Locale language) {
        PageTexts texts = PageTexts.in(language);
        for (String key : new String[] {"value." + field + "." + value, "value." + value}) {
            if (texts.has(key)) {
                return texts.text(key);
            }
        }
        String constant = value.toUpperCase(Locale.ROOT).replace('-', '_');
        String typed = VALUES.get(TYPES.getOrDefault(field, "") + "." + constant);
        if (typed != null && !language.equals(Locale.ENGLISH)) {
            return typed;
        }
        if (!VALUES.containsKey(constant) || value.matches("[0-9]+")) {
            return value;
        }
        return language.equals(Locale.ENGLISH)
                ? value.toLowerCase(Locale.ROOT).replaceAll("[-_]", " ")
                : VALUES.get(constant);
    }

    private static Map<String, String> values() {
        ResourceBundle words = Language.texts("vn.soto.web.words", Language.VIETNAMESE);
        Map<String, String> values = new HashMap<>();
        words.keySet().stream()
                .filter(key -> key.matches("[A-Z]\\w+(\\.\\w+)*\\.[A-Z][A-Z_0-9]*"))
                .forEach(key -> {
                    String constant = key.substring(key.lastIndexOf('.') + 1);
                    values.put(key, words.getString(key));
                    values.merge(constant, words.getString(key), PageWords::common);
                });
        values.values().removeIf(String::isEmpty);
        return Map.copyOf(values);
    }

    /** The word of two types that share the name of a value: written small, where they differ in that alone; else none. */
    private static String common(String one, String other) {
        return one.equalsIgnoreCase(other) ? (Character.isLowerCase(one.charAt(0)) ? one : other) : "";
    }

    /** {@code lagSeconds} as {@code lag seconds}. */
    private static String apart(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ').toLowerCase(Locale.ROOT);
    }
}
