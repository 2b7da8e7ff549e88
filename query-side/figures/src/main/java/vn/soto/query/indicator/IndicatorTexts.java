package vn.soto.query.indicator;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import vn.soto.contracts.report.Indicators;
import vn.soto.web.Language;

/** The names and definitions of indicators. */
public final class IndicatorTexts {

    /** Households not assigned: a figure of units, which no report stores. */
    public static final String UNASSIGNED = "H03";

    /** Households for which somebody can act. */
    public static final String ASSIGNED = "H02";

    private static final String BUNDLE = "vn.soto.query.indicator.indicators";

    private IndicatorTexts() {}

    /** Every code of a version, in the order of reports. */
    public static List<String> codes(int version) {
        List<String> codes = new ArrayList<>(Indicators.codes(version));
        if (version >= 4) {
            codes.add(codes.indexOf(ASSIGNED) + 1, UNASSIGNED);
        }
        if (version > 1) {
            codes.add(Indicators.BY_SERVICE);
        }
        return codes;
    }

    /** The name for a code; empty if no version has it. */
    static Optional<String> find(String code, Locale language) {
        String name = key(code) + ".name";
        return Optional.of(texts(language))
                .filter(texts -> texts.containsKey(name))
                .map(texts -> texts.getString(name));
    }

    public static String name(String code, Locale language) {
        return texts(language).getString(key(code) + ".name");
    }

    /** The counted things, such as households. */
    public static String unit(String code, Locale language) {
        return texts(language).getString(key(code) + ".unit");
    }

    /** Why a line is smaller than the sum of its parts: so often one that several parts count is counted once. */
    public static String countedOnce(long again, Locale language) {
        return MessageFormat.format(texts(language).getString("counted-once"), Long.toString(again));
    }

    /** The definition in a version of the indicators. */
    public static String definition(String code, int version, Locale language) {
        return texts(language).getString(key(code) + ".definition." + definedIn(code, version));
    }

    /** The version since which the definition holds that a version has. */
    static int definedIn(String code, int version) {
        ResourceBundle texts = texts(Locale.ENGLISH);
        return IntStream.iterate(version, v -> v > 0, v -> v - 1)
                .filter(v -> texts.containsKey(key(code) + ".definition." + v))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("indicator " + code + " has no definition"));
    }

    /** First version that has the indicator. */
    static int since(String code) {
        return IntStream.rangeClosed(1, Indicators.VERSION)
                .filter(version -> codes(version).contains(code))
                .findFirst()
                .orElseThrow();
    }

    private static String key(String code) {
        return Indicators.service(code).isPresent() ? Indicators.BY_SERVICE : code;
    }

    private static ResourceBundle texts(Locale language) {
        return Language.texts(BUNDLE, language);
    }
}
