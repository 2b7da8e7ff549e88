package vn.soto.query.detection;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A detector by its present version.
 *
 * @param definition rule of the detector in words
 * @param innocent   why what it finds can be innocent
 * @param thresholds numbers of its rule
 */
record DetectorView(
        DetectorCode code,
        int version,
        String name,
        String definition,
        String innocent,
        Map<Detector.Threshold, Integer> thresholds) {

    static List<DetectorView> all(Locale language) {
        return Detectors.ALL.stream().map(detector -> of(detector, language)).toList();
    }

    static DetectorView of(DetectorCode code, Locale language) {
        return Detectors.ALL.stream()
                .filter(detector -> detector.code() == code)
                .findFirst()
                .map(detector -> of(detector, language))
                .orElseThrow();
    }

    private static DetectorView of(Detector detector, Locale language) {
        DetectorCode code = detector.code();
        return new DetectorView(
                code,
                code.version(),
                DetectorTexts.name(code, language),
                DetectorTexts.definition(detector, language),
                DetectorTexts.innocent(code, language),
                new TreeMap<>(detector.thresholds()));
    }
}
