package vn.soto.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.web.Language;
import vn.soto.web.Vocabulary;

/**
 * The names of components and values of answers. A word belongs to a question and a component, then to the component in
 * any answer, then to the whole product.
 */
public final class PageWords {

    /** The type of a component's values, where types share names of values. */
    private static final Map<String, String> TYPES = types();

    /** Words of the values of enums, by the value's name; of two types that share a name and not the word none. */
    private static final Map<String, String> VALUES = values();

    /** Names of values of any type. */
    private static final Set<String> CONSTANTS = VALUES.keySet().stream()
            .map(key -> key.substring(key.lastIndexOf('.') + 1))
            .collect(Collectors.toCollection(HashSet::new));

    /** Components whose values are words of people or codes of theirs, also where one looks like a name of the API. */
    private static final Set<String> SAID = Set.of("catalogue/code", "catalogue/vi", "catalogue/en");

    private PageWords() {}

    /**
     * The name of a component of an answer; empty if it has none.
     *
     * @param question template of the question's address
     */
    public static Optional<String> known(String question, String name, Locale language) {
        PageTexts texts = PageTexts.in(language);
        return Stream.of(key(question) + "/" + name, "field." + name)
                .filter(texts::has)
                .findFirst()
                .map(texts::text)
                .or(() -> Optional.of(Vocabulary.field(name, Language.VIETNAMESE))
                        .filter(word -> !word.equals(name))
                        .map(word -> Language.isEnglish(language) ? Vocabulary.label(name, language) : word));
    }

    /** A reader's own file is told in the words of anybody's. */
    private static String key(String question) {
        return PageTexts.key(question.equals("/api/me/file") ? "/api/persons/{subject}/file" : question);
    }

    static String field(String question, String name, Locale language) {
        return known(question, name, language).orElseGet(() -> apart(name));
    }

    /** The name of a value that is a name of the API; otherwise the value itself. */
    public static String value(String question, String field, String value, Locale language) {
        PageTexts texts = PageTexts.in(language);
        String here = key(question) + "/" + field;
        if (value.indexOf(' ') >= 0 || SAID.contains(here)) {
            return value;
        }
        String type = TYPES.getOrDefault(here, TYPES.getOrDefault(field, ""));
        String constant = value.toUpperCase(Locale.ROOT).replace('-', '_');
        return Stream.of(here + "." + value, type + "." + constant, field + "." + value, value)
                .map(key -> "value." + key)
                .filter(texts::has)
                .findFirst()
                .map(texts::text)
                .orElseGet(() -> ofType(type, constant, value, language));
    }

    private static String ofType(String type, String constant, String value, Locale language) {
        if (!CONSTANTS.contains(constant) || value.matches("[0-9]+")) {
            return value;
        }
        return Language.isEnglish(language)
                ? value.toLowerCase(Locale.ROOT).replaceAll("[-_]", " ")
                : VALUES.getOrDefault(type + "." + constant, VALUES.getOrDefault(constant, value));
    }

    private static Map<String, String> types() {
        ResourceBundle types = ResourceBundle.getBundle("vn.soto.page.types", Locale.ROOT);
        return types.keySet().stream().collect(Collectors.toUnmodifiableMap(key -> key, types::getString));
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
