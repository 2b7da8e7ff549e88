package vn.soto.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.report.ReportRule.STATED_LINE_CHANGES;
import static vn.soto.domain.report.ReportRule.STATED_LINE_HAS_A_SOURCE;
import static vn.soto.domain.report.ReportRule.STATED_LINE_IS_MANUAL;
import static vn.soto.domain.report.ReportRule.STATED_LINE_IS_PLAUSIBLE;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.FigureSource;
import vn.soto.contracts.report.LineOverride;
import vn.soto.contracts.report.ReportContent;
import vn.soto.contracts.report.ReportEvent.HouseholdTotalStated;
import vn.soto.contracts.report.ReportEvent.LineStated;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.StatedSource;
import vn.soto.contracts.shared.Quarter;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.report.ReportCommand.OverrideReportLine;
import vn.soto.domain.report.ReportCommand.StateReportLine;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;

/** Lines that people state by hand, with their source. */
final class StatedLinesTest extends SampleCommune {

    private static final Quarter Q2 = Quarter.parse("2026-Q2");
    private static final SubmitQuarterlyReport SUBMIT = new SubmitQuarterlyReport(TEAM, Q2, null);

    private static Scenario july() {
        return Scenario.at(at(LocalDate.of(2026, 7, 1), "09:00")).given(units()).given(formTeam());
    }

    private static StateReportLine line(String code, @Nullable Long value, @Nullable FigureSource source) {
        return new StateReportLine(TEAM, Q2, code, value, source);
    }

    private static ReportContent sent(Scenario scenario) {
        return Objects.requireNonNull(version(scenario).content());
    }

    private static QuarterlyReportSubmitted version(Scenario scenario) {
        return (QuarterlyReportSubmitted) scenario.send(SUBMIT).getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P01", "P02", "P03", "P03.households"})
    void isReportedWithItsSourceBesideWhatTheLedgerGives(String code) {
        StateReportLine stated = line(code, 86L, FigureSource.ATTENDANCE_LIST);

        july().when(stated).decides(new LineStated(TEAM, Q2, code, 86L, FigureSource.ATTENDANCE_LIST));
        QuarterlyReportSubmitted version = version(july().given(stated));
        assertThat(Objects.requireNonNull(version.content()).sources())
                .containsExactly(new StatedSource(code, FigureSource.ATTENDANCE_LIST));
        assertThat(version.reported()).contains(new Figure(code, 86));
        assertThat(version.figures()).doesNotContain(new Figure(code, 86));
    }

    @Test
    void zeroIsANumberAndWhatIsNotKnownIsReportedAsTheLedgerGivesIt() {
        Scenario zero = july().given(line("P02", 0L, FigureSource.OWN_COUNT));
        assertThat(sent(zero).overrides()).containsExactly(new LineOverride("P02", 0));

        ReportContent unknown =
                sent(july().given(line("P02", 4L, FigureSource.OWN_COUNT)).given(line("P02", null, null)));
        assertThat(unknown.overrides()).isEmpty();
        assertThat(unknown.sources()).isEmpty();
    }

    @Test
    void theTotalOfHouseholdsIsStatedInTheSameWay() {
        july().when(line("H01", 412L, FigureSource.RESIDENCE_REGISTER))
                .decides(new HouseholdTotalStated(TEAM, Q2, 412, FigureSource.RESIDENCE_REGISTER));
    }

    @Test
    void anOverrideTakesItsPlaceAndHasNoSource() {
        Scenario scenario = july().given(line("P01", 4L, FigureSource.OWN_COUNT))
                .given(new OverrideReportLine(TEAM, Q2, "P01", 4, "PAPER_RECORDS"));

        ReportContent content = sent(scenario);
        assertThat(content.overrides()).containsExactly(new LineOverride("P01", 4));
        assertThat(content.sources()).isEmpty();
    }

    @Test
    void refusesALineThatOnlyTheLedgerGives() {
        july().when(line("H05", 4L, FigureSource.OWN_COUNT)).isRefusedBy(STATED_LINE_IS_MANUAL, "H05");
    }

    @Test
    void refusesANumberWithoutASourceOrThatCannotBe() {
        july().when(line("P02", 4L, null)).isRefusedBy(STATED_LINE_HAS_A_SOURCE);
        july().when(line("P02", -1L, FigureSource.OWN_COUNT)).isRefusedBy(STATED_LINE_IS_PLAUSIBLE, 100_000);
        july().when(line("H01", 1L << 40, FigureSource.OWN_COUNT)).isRefusedBy(STATED_LINE_IS_PLAUSIBLE, 100_000);
    }

    @Test
    void refusesWhatIsStatedAlready() {
        StateReportLine stated = line("P02", 4L, FigureSource.OWN_COUNT);

        july().given(stated).when(stated).isRefusedBy(STATED_LINE_CHANGES);
        july().when(line("P02", null, null)).isRefusedBy(STATED_LINE_CHANGES);
        july().given(stated)
                .when(line("P02", 4L, FigureSource.ATTENDANCE_LIST))
                .decides(new LineStated(TEAM, Q2, "P02", 4L, FigureSource.ATTENDANCE_LIST));
    }
}
