package vn.soto.query.practice;

import java.util.Locale;
import java.util.ResourceBundle;
import vn.soto.web.Language;

/** Texts about good models in both languages. */
final class PracticeTexts {

    private static final String BUNDLE = "vn.soto.query.practice.texts";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private PracticeTexts() {}

    /** What figures that stand side by side do not say. */
    static String caution(Locale language) {
        Locale locale = Language.supported(language);
        return ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK).getString("caution");
    }
}
