package vn.soto.query.recognition;

import java.util.Locale;
import java.util.ResourceBundle;
import vn.soto.web.Language;

/** The names of criteria, conditions and reasons of a scoring rule, and the formulas of points. */
final class RecognitionTexts {

    private static final String BUNDLE = "vn.soto.query.recognition.recognition";

    private RecognitionTexts() {}

    /** Name of a constant of the rules. */
    static String name(Enum<?> constant, Locale language) {
        return texts(language).getString(constant.name() + ".name");
    }

    /** How the points of a criterion are made. */
    static String formula(Enum<?> criterion, Locale language) {
        return texts(language).getString(criterion.name() + ".formula");
    }

    private static ResourceBundle texts(Locale language) {
        return Language.texts(BUNDLE, language);
    }
}
