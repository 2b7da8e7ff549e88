package vn.soto.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.soto.contracts.shared.Flag;
import vn.soto.domain.shared.Warning;
import vn.soto.web.Language;

final class WarningAnswerTest {

    private static final LocalDate DUE = LocalDate.of(2026, 7, 6);

    @Test
    void aLateReportSaysInTheReadersLanguageWhenItWasDue() {
        Warning late = new Warning(Flag.Code.REPORT_IS_LATE, List.of(DUE));

        assertThat(spoken(late, Language.VIETNAMESE))
                .isEqualTo(new WarningAnswer(
                        Flag.Code.REPORT_IS_LATE,
                        List.of(DUE),
                        "Đã ghi nhận. Báo cáo được nộp sau hạn; hạn nộp là ngày 06/07/2026."));
        assertThat(spoken(late, Locale.ENGLISH).text())
                .isEqualTo("Recorded. The report was submitted after its due day, 06/07/2026.");
    }

    @Test
    void aLateReportOfTheFirstVersionDoesNotInventADay() {
        Warning late = new Warning(Flag.Code.REPORT_IS_LATE, List.of());

        assertThat(spoken(late, Language.VIETNAMESE).text()).isEqualTo("Đã ghi nhận. Báo cáo được nộp sau hạn.");
        assertThat(spoken(late, Locale.ENGLISH).text())
                .isEqualTo("Recorded. The report was submitted after its due day.");
    }

    @ParameterizedTest
    @EnumSource
    void everyWarningSpeaksBothLanguages(Flag.Code code) {
        Warning warning = new Warning(code, List.of());

        assertThat(spoken(warning, Language.VIETNAMESE).text())
                .startsWith("Đã ghi nhận.")
                .doesNotContain(code.name());
        assertThat(spoken(warning, Locale.ENGLISH).text())
                .startsWith("Recorded.")
                .doesNotContain(code.name());
    }

    @ParameterizedTest
    @EnumSource
    void whatWasTriedIsNotSaidToBeRecorded(Flag.Code code) {
        List<Warning> tried = List.of(new Warning(code, List.of()));

        assertThat(WarningAnswer.ofTrial(tried, Problems.texts(), Language.VIETNAMESE))
                .extracting(WarningAnswer::text)
                .noneMatch(text -> text.startsWith("Đã ghi nhận") || text.isBlank());
        assertThat(WarningAnswer.ofTrial(tried, Problems.texts(), Locale.ENGLISH))
                .extracting(WarningAnswer::text)
                .noneMatch(text -> text.startsWith("Recorded") || text.isBlank());
    }

    private static WarningAnswer spoken(Warning warning, Locale language) {
        return WarningAnswer.of(warning, Problems.texts(), language);
    }
}
