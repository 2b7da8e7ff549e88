package vn.soto.open.http;

import java.util.List;
import java.util.Locale;
import vn.soto.contracts.report.Indicators;
import vn.soto.open.disclosure.OpenLine;
import vn.soto.query.indicator.IndicatorTexts;

/** A line of the tables in words. */
public record OpenLineText(String code, String name, String unit, String definition) {

    /** @param indicators version of the definitions */
    static List<OpenLineText> all(int indicators, Locale language) {
        return OpenLine.ALL.stream()
                .filter(line -> Indicators.codes(indicators).contains(line.code()))
                .map(line -> new OpenLineText(
                        line.code(),
                        IndicatorTexts.name(line.code(), language),
                        IndicatorTexts.unit(line.code(), language),
                        IndicatorTexts.definition(line.code(), indicators, language)))
                .toList();
    }

    static List<OpenLineText> all(Locale language) {
        return all(Indicators.VERSION, language);
    }
}
