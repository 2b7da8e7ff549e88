package vn.soto.query.plan;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import vn.soto.web.Words;

/**
 * Texts of the commands' rules, from resources that are packaged with both sides. A rule's arguments are stored as
 * text; numbers and days are parsed again, because the texts expect them.
 */
public final class RefusalTexts {

    private static final String FOLDER = "vn.soto.domain.messages.";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private RefusalTexts() {}

    /** The text of a rule; the rule's name if it has no text. */
    public static String text(String rule, List<String> arguments, Locale language) {
        Locale locale = language.getLanguage().equals("en") ? Locale.ENGLISH : Locale.of("vi");
        for (String bundle : ResourceBundle.getBundle(FOLDER + "all", Locale.ROOT, NO_FALLBACK)
                .getString("bundles")
                .split(" ", -1)) {
            try {
                String pattern = ResourceBundle.getBundle(FOLDER + bundle, locale, NO_FALLBACK)
                        .getString(rule);
                return new MessageFormat(pattern, locale)
                        .format(Words.arguments(
                                rule,
                                arguments.stream().map(RefusalTexts::value).toList(),
                                locale));
            } catch (MissingResourceException e) {
                // the next bundle may have it
            }
        }
        return rule;
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
