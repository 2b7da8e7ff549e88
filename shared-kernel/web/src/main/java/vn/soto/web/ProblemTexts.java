package vn.soto.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Texts of problems in Vietnamese (the default) and English, from the resource bundles of the modules that define the
 * problems.
 */
public final class ProblemTexts {

    /** Longest value of a problem, in characters. */
    static final int LONGEST_VALUE = 500;

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    /** @param bundles base names in order of precedence */
    public ProblemTexts(List<String> bundles) {
        messages.setBasenames(bundles.toArray(String[]::new));
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        // One quoting rule for all texts, including those without arguments.
        messages.setAlwaysUseMessageFormat(true);
        messages.setUseCodeAsDefaultMessage(true);
        // Reads every bundle now; a request that did might hold the lock of a jar.
        text("", Language.VIETNAMESE);
        text("", Locale.ENGLISH);
    }

    /** The text, or the key itself if no bundle has it; names of the API among its arguments are in the words of {@link Vocabulary}. */
    public String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(
                key, Vocabulary.arguments(key, List.of(arguments), locale), Language.supported(locale));
    }

    public String title(Problem problem, Locale locale) {
        return text(problem.title(), locale);
    }

    public String detail(Problem problem, Locale locale) {
        Object[] arguments = problem.arguments().stream()
                .map(argument -> worded(argument, locale))
                .toArray();
        return text(problem.detail(), locale, arguments);
    }

    /** The value in the reader's language; a text, which may come from the request, is cut to a bounded length. */
    static Object worded(Object value, Locale locale) {
        return switch (value) {
            case Localized localized -> localized.in(locale);
            case String text -> shortened(text);
            case List<?> list -> list.stream().map(each -> worded(each, locale)).toList();
            default -> value;
        };
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_VALUE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
    }
}
