package vn.soto.query.http;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of problems in Vietnamese (the default) and English. */
final class ProblemTexts {

    static final Locale VIETNAMESE = Locale.of("vi");
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ProblemTexts() {}

    static Locale supported(Locale wanted) {
        return wanted.getLanguage().equals("en") ? Locale.ENGLISH : VIETNAMESE;
    }

    /** A text of its own for each status would say nothing more: {@code request-405} falls back to {@code request}. */
    static String text(String key, Locale locale, List<Object> arguments) {
        ResourceBundle texts = ResourceBundle.getBundle("vn.soto.query.http.problems", locale, NO_FALLBACK);
        String pattern = texts.getString(texts.containsKey(key) ? key : key.replaceFirst("-\\d+", ""));
        return new MessageFormat(pattern, locale).format(arguments.toArray());
    }
}
