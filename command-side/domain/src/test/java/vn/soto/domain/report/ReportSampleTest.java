package vn.soto.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.report.ReportRule.CONTENT_IS_THAT_OF_THE_LATEST_VERSION;
import static vn.soto.domain.report.ReportSampleRule.OPENED_REPORT_IS_IN_THE_SAMPLE;
import static vn.soto.domain.report.ReportSampleRule.SAMPLED_REPORT_GOES_TO_THE_UNIT;
import static vn.soto.domain.report.ReportSampleRule.SAMPLED_REPORT_IS_NAMED_ONCE;
import static vn.soto.domain.report.ReportSampleRule.SAMPLE_IS_OF_SOME_BUT_NOT_TOO_MANY_REPORTS;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.report.NamedContent;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.ReportSampleEvent;
import vn.soto.contracts.report.ReportSampleEvent.ReportSampleDrawn;
import vn.soto.contracts.report.ReportSampleEvent.SampledReportOpened;
import vn.soto.contracts.report.ReportSampleId;
import vn.soto.contracts.report.Reporter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.report.ReportSampleCommand.DrawReportSample;
import vn.soto.domain.report.ReportSampleCommand.OpenSampledReport;

final class ReportSampleTest extends SampleCommune {

    private static final Quarter Q2 = Quarter.parse("2026-Q2");
    private static final ReportSampleId SAMPLE = new ReportSampleId("s-1");

    private final Scenario scenario = Scenario.at(at(LocalDate.parse("2026-07-03"), "09:00"))
            .given(units())
            .given(formTeam(), formFarTeam());
    private final NamedContent near = submitted(TEAM, null);
    private final NamedContent far = submitted(FAR_TEAM, null);

    private NamedContent submitted(TeamId team, @org.jspecify.annotations.Nullable String reason) {
        QuarterlyReportSubmitted version = (QuarterlyReportSubmitted)
                scenario.send(new SubmitQuarterlyReport(team, Q2, reason)).getFirst();
        return new NamedContent(Reporter.of(team), version.contentHash());
    }

    private static DrawReportSample draw(UnitId unit, NamedContent... reports) {
        return new DrawReportSample(SAMPLE, unit, Q2, List.of(reports));
    }

    @Test
    void isDrawnByTheLedgerAndNotByThePersonWhoAccepts() {
        scenario.when(draw(COMMUNE, near, far))
                .decides(new ReportSampleDrawn(
                        SAMPLE,
                        COMMUNE,
                        Q2,
                        List.of(near, far),
                        ReportSampleEvent.draw("ab".repeat(32), List.of(near, far)),
                        "ab".repeat(32),
                        7));
    }

    @Test
    void everybodyWithTheSeedDrawsTheSameThree() {
        List<NamedContent> reports = IntStream.range(0, 20)
                .mapToObj(each -> new NamedContent(Reporter.of(new TeamId("t-" + each)), "ab".repeat(32)))
                .toList();

        List<Reporter> drawn = ReportSampleEvent.draw("cd".repeat(32), reports);

        assertThat(drawn).hasSize(3).doesNotHaveDuplicates();
        assertThat(ReportSampleEvent.draw("cd".repeat(32), reports.reversed())).isEqualTo(drawn);
        assertThat(IntStream.range(0, 50)
                        .mapToObj(seed -> ReportSampleEvent.draw("seed " + seed, reports))
                        .flatMap(List::stream)
                        .distinct())
                .as("any report may be drawn")
                .hasSize(20);
    }

    @Test
    void isOfReportsThatWaitForTheUnit() {
        scenario.when(draw(COMMUNE)).isRefusedBy(SAMPLE_IS_OF_SOME_BUT_NOT_TOO_MANY_REPORTS, 200);
        scenario.when(draw(COMMUNE, near, near)).isRefusedBy(SAMPLED_REPORT_IS_NAMED_ONCE, TEAM.value());
        scenario.when(draw(PROVINCE, near)).isRefusedBy(SAMPLED_REPORT_GOES_TO_THE_UNIT, TEAM.value());
        NamedContent later = submitted(TEAM, "Bổ sung lượt ghi muộn");
        scenario.when(draw(COMMUNE, near)).isRefusedBy(CONTENT_IS_THAT_OF_THE_LATEST_VERSION, 2, later.content());
    }

    @Test
    void recordsWhoOpenedWhichContent() {
        scenario.given(draw(COMMUNE, near)).as("can-bo");

        scenario.when(new OpenSampledReport(SAMPLE, near.reporter()))
                .decides(new SampledReportOpened(SAMPLE, COMMUNE, near, "can-bo"));
        scenario.when(new OpenSampledReport(SAMPLE, far.reporter()))
                .isRefusedBy(OPENED_REPORT_IS_IN_THE_SAMPLE, FAR_TEAM.value());
    }
}
