package vn.soto.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Words for the names of the API inside texts: fields, kinds, events, commands and values. A Vietnamese text has the words
 * of {@code words_vi.properties} and those beside the texts of each feature's rules; an English text has the names themselves.
 * A name without a word is what the reader wrote.
 */
public final class Vocabulary {

    // Read once, before requests: a request that did might hold the lock of a jar.
    private static final Map<String, String> WORDS = words();

    private static final Pattern WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Pattern LINE = Pattern.compile("\\[(\\d+)]");

    private Vocabulary() {}

    /** The arguments of a text, where they are names of the API as words. */
    public static Object[] arguments(String text, List<?> arguments, Locale locale) {
        String[] sorts = WORDS.getOrDefault(text + ".arguments", "-").split(" ", -1);
        return IntStream.range(0, arguments.size())
                .mapToObj(i -> word(i < sorts.length ? sorts[i] : "-", arguments.get(i), locale))
                .toArray();
    }

    private static Object word(String sort, Object argument, Locale locale) {
        if (argument instanceof Enum<?> value) {
            return value(value, locale);
        }
        if (argument instanceof List<?> list && list.stream().allMatch(Enum.class::isInstance)) {
            return list.stream().map(each -> value((Enum<?>) each, locale)).collect(Collectors.joining(", "));
        }
        if (!(argument instanceof String name) || isEnglish(locale)) {
            return argument;
        }
        return switch (sort) {
            case "-" -> name;
            case "command" ->
                Stream.of(name.split(", ", -1))
                        .map(command -> WORDS.getOrDefault(command, command))
                        .collect(Collectors.joining(", "));
            case "field" -> field(name);
            case "fields" ->
                Stream.of(name.split(", ", -1)).map(Vocabulary::field).collect(Collectors.joining(", "));
            default -> WORDS.getOrDefault(sort + "." + name, name);
        };
    }

    /**
     * The values that can be chosen, in words; in English as a request writes them.
     *
     * @param values by what a request writes, in the order in which they are offered
     */
    public static Localized choices(Map<String, ? extends Enum<?>> values) {
        return locale -> values.entrySet().stream()
                .map(each -> isEnglish(locale) ? each.getKey() : value(each.getValue(), locale))
                .collect(Collectors.joining(", "));
    }

    /** The words for an event, by its stored name without the revision. */
    public static String event(String name, Locale locale) {
        String words = name.replace('.', ' ').replace('-', ' ');
        return isEnglish(locale) ? words : WORDS.getOrDefault("event." + name, words);
    }

    /** The word for a component of a command or an event. */
    public static String field(String name, Locale locale) {
        return isEnglish(locale) ? name : WORDS.getOrDefault("field." + name, name);
    }

    /** The label of a field on a form: in English its name as words. */
    public static String label(String name, Locale locale) {
        return isEnglish(locale) ? WORD.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT) : field(name, locale);
    }

    /** The word for a command. */
    public static String command(String name, Locale locale) {
        return isEnglish(locale) ? name : WORDS.getOrDefault(name, name);
    }

    /** The word for a value. */
    public static String value(Enum<?> value, Locale locale) {
        String type = value.getDeclaringClass().getName();
        String key = type.substring(type.lastIndexOf('.') + 1).replace('$', '.') + "." + value.name();
        return isEnglish(locale) ? value.name() : WORDS.getOrDefault(key, value.name());
    }

    /**
     * The word for a value. Its type is named by its simple name after those of the types around it. In English it is
     * the value's name as words.
     */
    public static String value(String type, String name, Locale locale) {
        return isEnglish(locale)
                ? name.toLowerCase(Locale.ROOT).replace('_', ' ')
                : WORDS.getOrDefault(type + "." + name, name);
    }

    /** Each part of a path such as {@code [0].payload.foundingDecision.signedOn}; lines count from 1. */
    private static String field(String path) {
        return Arrays.stream(path.replace(".payload.", ".").split("\\.", -1))
                .map(part -> LINE.matcher(part).matches()
                        ? "dòng " + (Long.parseLong(part.substring(1, part.length() - 1)) + 1)
                        : WORDS.getOrDefault("field." + part, part))
                .collect(Collectors.joining(" / "));
    }

    private static Map<String, String> words() {
        ResourceBundle general = Language.texts("vn.soto.web.words", Language.VIETNAMESE);
        return Stream.concat(
                        general.keySet().stream().map(key -> Map.entry(key, general.getString(key))),
                        FeatureTexts.in(Language.VIETNAMESE).entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isEnglish(Locale locale) {
        return Language.supported(locale).equals(Locale.ENGLISH);
    }
}
