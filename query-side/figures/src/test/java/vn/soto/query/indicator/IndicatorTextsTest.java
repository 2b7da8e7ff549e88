package vn.soto.query.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.soto.contracts.report.Indicators;
import vn.soto.query.indicator.IndicatorView.Indicator;
import vn.soto.query.indicator.IndicatorView.Origin;

final class IndicatorTextsTest {

    static IntStream versions() {
        return IntStream.rangeClosed(1, Indicators.VERSION);
    }

    private static Map<String, Indicator> indicators(int version) {
        return IndicatorView.of(version).indicators().stream()
                .collect(Collectors.toMap(Indicator::code, Function.identity()));
    }

    private static Indicator find(Map<String, Indicator> indicators, String code) {
        return Objects.requireNonNull(indicators.get(code), code);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyFigureOfEveryVersionHasANameAUnitAndADefinitionInBothLanguages(int version) {
        assertThat(indicators(version).keySet()).containsAll(Indicators.codes(version));
        indicators(version).values().forEach(indicator -> {
            assertThat(List.of(
                            indicator.name().vi(),
                            indicator.name().en(),
                            indicator.unit().vi(),
                            indicator.unit().en(),
                            indicator.definition().vi(),
                            indicator.definition().en()))
                    .as(indicator.code())
                    .allSatisfy(text -> assertThat(text).isNotBlank());
            assertThat(indicator.version()).as(indicator.code()).isBetween(indicator.since(), version);
        });
    }

    @Test
    void noTwoFiguresHaveTheSameName() {
        assertThat(IndicatorView.of(Indicators.VERSION).indicators())
                .extracting(indicator -> indicator.name().vi())
                .doesNotHaveDuplicates();
    }

    @Test
    void bothLanguagesSayTheSameOfTheSameFigures() {
        ResourceBundle.Control only =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        String bundle = "vn.soto.query.indicator.indicators";
        assertThat(ResourceBundle.getBundle(bundle, Locale.of("vi"), only).keySet())
                .isEqualTo(
                        ResourceBundle.getBundle(bundle, Locale.ENGLISH, only).keySet());
    }

    @Test
    void aTotalThatPeopleStateIsToldFromWhatTheLedgerGives() {
        Map<String, Indicator> now = indicators(Indicators.VERSION);

        assertThat(now).containsKeys("T01", "H01", "H03");
        assertThat(now.values().stream().filter(indicator -> indicator.origin() == Origin.STATED))
                .extracting(Indicator::code)
                .containsExactly("H01");
        assertThat(find(now, "H01").definition().vi()).contains("không phải bằng 0");
    }

    @Test
    void aReportOfThenIsReadWithTheDefinitionOfThen() {
        assertThat(find(indicators(3), "T02").definition().vi()).contains("kể cả người đang tạm dừng");
        assertThat(find(indicators(4), "T02").definition().vi()).contains("không bị tạm dừng");
        assertThat(find(indicators(2), "H02").version()).isEqualTo(1);
        assertThat(find(indicators(4), "H02").version()).isEqualTo(3);
        assertThat(indicators(1)).doesNotContainKeys("T01", "H03", "C");
    }
}
