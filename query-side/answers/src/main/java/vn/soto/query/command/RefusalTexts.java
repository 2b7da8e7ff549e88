package vn.soto.query.command;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.soto.web.FeatureTexts;
import vn.soto.web.Language;
import vn.soto.web.Vocabulary;

/**
 * Texts of the commands' rules, from resources that are packaged with both sides. A rule's arguments are stored as
 * text; numbers and days are parsed again, because the texts expect them.
 */
public final class RefusalTexts {

    private static final Pattern ARGUMENT = Pattern.compile("\\{[0-9][^}]*}");

    private RefusalTexts() {}

    /** The text of a rule, with dots for what depends on a command; the rule's name if it has no text. */
    public static String withoutArguments(String rule, Locale language) {
        Locale locale = Language.supported(language);
        return pattern(rule, locale)
                .map(pattern ->
                        new MessageFormat(ARGUMENT.matcher(pattern).replaceAll("…"), locale).format(new Object[0]))
                .orElse(rule);
    }

    /** The text of a rule; the rule's name if it has no text. */
    public static String text(String rule, List<String> arguments, Locale language) {
        Locale locale = Language.supported(language);
        return pattern(rule, locale)
                .map(pattern -> new MessageFormat(pattern, locale)
                        .format(Vocabulary.arguments(
                                rule,
                                arguments.stream().map(RefusalTexts::value).toList(),
                                locale)))
                .orElse(rule);
    }

    private static Optional<String> pattern(String rule, Locale locale) {
        return Optional.ofNullable(FeatureTexts.in(locale).get(rule));
    }

    private static Object value(String argument) {
        if (argument.matches("-?\\d{1,9}")) {
            return Integer.valueOf(argument);
        }
        try {
            return LocalDate.parse(argument);
        } catch (DateTimeParseException e) {
            return argument;
        }
    }
}
