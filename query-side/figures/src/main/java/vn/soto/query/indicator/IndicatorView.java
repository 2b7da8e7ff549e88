package vn.soto.query.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.Indicators;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;
import vn.soto.web.Language;

/**
 * The indicators in one version of their definitions.
 *
 * @param versions   all versions; a report keeps that under which it was submitted
 * @param indicators in the order of reports
 */
record IndicatorView(int version, List<Integer> versions, List<Indicator> indicators) {

    /** A text in both languages. */
    record Text(String vi, String en) {

        static Text of(Function<Locale, String> text) {
            return new Text(text.apply(Language.VIETNAMESE), text.apply(Locale.ENGLISH));
        }
    }

    /** DERIVED from the events of the ledger, or STATED by people: then no value is not zero. */
    enum Origin {
        DERIVED,
        STATED
    }

    /**
     * @param code       {@code C} stands for {@code C.} and the code of each service
     * @param version    version of the indicators since which this definition holds
     * @param since      first version with the indicator
     * @param dashboard  its name in the figures of a dashboard; absent if no dashboard has it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Indicator(
            @IdOf(IdKind.FIGURE) String code,
            Text name,
            Text unit,
            Text definition,
            int version,
            int since,
            Origin origin,
            @Nullable String dashboard) {

        static Indicator of(String code, int version) {
            return new Indicator(
                    code,
                    Text.of(language -> IndicatorTexts.name(code, language)),
                    Text.of(language -> IndicatorTexts.unit(code, language)),
                    Text.of(language -> IndicatorTexts.definition(code, version, language)),
                    IndicatorTexts.definedIn(code, version),
                    IndicatorTexts.since(code),
                    Indicators.stated(code) ? Origin.STATED : Origin.DERIVED,
                    DashboardFields.of(code).isPresent()
                            ? DashboardFields.of(code).get()
                            : null);
        }
    }

    static IndicatorView of(int version) {
        return new IndicatorView(
                version,
                IntStream.rangeClosed(1, Indicators.VERSION).boxed().toList(),
                IndicatorTexts.codes(version).stream()
                        .map(code -> Indicator.of(code, version))
                        .toList());
    }
}
