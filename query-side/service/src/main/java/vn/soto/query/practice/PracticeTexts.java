package vn.soto.query.practice;

import java.util.Locale;
import vn.soto.web.Language;

/** Texts about good models in both languages. */
final class PracticeTexts {

    private static final String BUNDLE = "vn.soto.query.practice.texts";

    private PracticeTexts() {}

    /** What figures that stand side by side do not say. */
    static String caution(Locale language) {
        return Language.texts(BUNDLE, language).getString("caution");
    }
}
