package vn.soto.query.detection;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import vn.soto.web.Language;

/** The names of detectors, their definitions, and innocent explanations of their findings. */
final class DetectorTexts {

    private static final String BUNDLE = "vn.soto.query.detection.detectors";

    private DetectorTexts() {}

    static String name(DetectorCode code, Locale language) {
        return texts(language).getString(code + ".name");
    }

    /** With the numbers of its rule in place of their names in braces. */
    static String definition(Detector detector, Locale language) {
        String text = texts(language).getString(detector.code() + ".definition");
        for (Map.Entry<Detector.Threshold, Integer> threshold :
                detector.thresholds().entrySet()) {
            text = text.replace(
                    "{" + threshold.getKey() + "}", threshold.getValue().toString());
        }
        return text;
    }

    static String innocent(DetectorCode code, Locale language) {
        return texts(language).getString(code + ".innocent");
    }

    private static ResourceBundle texts(Locale language) {
        return Language.texts(BUNDLE, language);
    }
}
