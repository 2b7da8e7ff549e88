package vn.soto.query.practice;

import java.util.Locale;
import vn.soto.web.Language;

/** Texts about good models in both languages. */
final class PracticeTexts {

    private static final String BUNDLE = "vn.soto.query.practice.texts";

    private PracticeTexts() {}

    /** The caution against comparing figures that stand side by side. */
    static String caution(Locale language) {
        return Language.texts(BUNDLE, language).getString("caution");
    }
}
