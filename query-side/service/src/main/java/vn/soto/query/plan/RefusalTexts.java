package vn.soto.query.plan;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Texts of the rules of commands, which stand beside the rules and are packed with both sides. What a rule names is kept as
 * text; numbers and days get their form back, as the texts expect them.
 */
final class RefusalTexts {

    private static final String FOLDER = "vn.soto.domain.messages.";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private RefusalTexts() {}

    /** The name of a rule that no text is known for, as it is. */
    static String text(String rule, List<String> arguments, Locale language) {
        Locale locale = language.getLanguage().equals("en") ? Locale.ENGLISH : Locale.of("vi");
        for (String bundle : ResourceBundle.getBundle(FOLDER + "all", Locale.ROOT, NO_FALLBACK)
                .getString("bundles")
                .split(" ", -1)) {
            try {
                String pattern = ResourceBundle.getBundle(FOLDER + bundle, locale, NO_FALLBACK)
                        .getString(rule);
                return new MessageFormat(pattern, locale)
                        .format(arguments.stream().map(RefusalTexts::value).toArray());
            } catch (MissingResourceException e) {
                // the next one may have it
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
