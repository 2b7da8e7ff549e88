package vn.soto.command.http;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import vn.soto.domain.DomainModel;

/** Texts of problems in Vietnamese (the default) and English. */
public final class ProblemTexts {

    public static final Locale VIETNAMESE = Locale.of("vi");
    private static final List<String> BUNDLES = Stream.concat(
                    Stream.of("vn.soto.command.http.problems", "vn.soto.plans.imports.findings"),
                    DomainModel.texts().stream())
            .toList();

    String text(String key, Locale locale, Object... arguments) {
        for (String bundle : BUNDLES) {
            try {
                String pattern = ResourceBundle.getBundle(bundle, supported(locale), CONTROL)
                        .getString(key);
                return new MessageFormat(pattern, supported(locale)).format(arguments);
            } catch (MissingResourceException e) {
                // the next bundle may have it
            }
        }
        return key;
    }

    static Locale supported(Locale locale) {
        return locale.getLanguage().equals("en") ? Locale.ENGLISH : VIETNAMESE;
    }

    private static final ResourceBundle.Control CONTROL =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
}
