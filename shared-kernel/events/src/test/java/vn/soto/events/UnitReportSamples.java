package vn.soto.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.ConsolidatedLine;
import vn.soto.contracts.report.MissingPart;
import vn.soto.contracts.report.NamedContent;
import vn.soto.contracts.report.Narrative;
import vn.soto.contracts.report.ReportPart;
import vn.soto.contracts.report.ReportSampleEvent.ReportSampleDrawn;
import vn.soto.contracts.report.ReportSampleEvent.SampledReportOpened;
import vn.soto.contracts.report.ReportSampleId;
import vn.soto.contracts.report.Reporter;
import vn.soto.contracts.report.UnitReportEvent.Consolidated;
import vn.soto.contracts.report.UnitReportEvent.UnitReportAccepted;
import vn.soto.contracts.report.UnitReportEvent.UnitReportAnnotated;
import vn.soto.contracts.report.UnitReportEvent.UnitReportNoted;
import vn.soto.contracts.report.UnitReportEvent.UnitReportReturned;
import vn.soto.contracts.report.UnitReportEvent.UnitReportSubmitted;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** A sample of each event of units' reports. */
final class UnitReportSamples {

    private static final UnitId COMMUNE = new UnitId("u-commune");
    private static final Quarter QUARTER = new Quarter(2026, 3);

    private UnitReportSamples() {}

    static void add(Map<String, DomainEvent> samples) {
        samples.put(
                "unit-report.annotated.v1",
                new UnitReportAnnotated(COMMUNE, QUARTER, new Narrative("Thiếu máy tính", "Đi từng ngõ")));
        samples.put(
                "unit-report.annotated.v1+nothing",
                new UnitReportAnnotated(COMMUNE, QUARTER, new Narrative(null, null)));
        samples(samples);
        UnitReportSubmitted first = submitted(1, null, null);
        samples.put("unit-report.submitted.v1", submitted(2, 1, new UnitId("u-province")));
        samples.put("unit-report.submitted.v1+of-a-province", first);
        samples.put("unit-report.returned.v1", new UnitReportReturned(COMMUNE, QUARTER, 1, first.hash()));
        samples.put(
                "unit-report.noted.v1",
                new UnitReportNoted(
                        COMMUNE,
                        QUARTER,
                        1,
                        first.hash(),
                        new Instrument("12/UBND-KGVX", LocalDate.parse("2026-07-20"))));
        samples.put("unit-report.accepted.v1", new UnitReportAccepted(COMMUNE, QUARTER, 1, first.hash()));
    }

    private static void samples(Map<String, DomainEvent> samples) {
        ReportSampleId sample = new ReportSampleId("019a0000-0000-7000-8000-0000000000d1");
        NamedContent near = new NamedContent(Reporter.of(new TeamId("team-1")), "ab".repeat(32));
        NamedContent far = new NamedContent(Reporter.of(new TeamId("team-2")), "cd".repeat(32));
        samples.put(
                "report-sample.drawn.v1",
                new ReportSampleDrawn(
                        sample, COMMUNE, QUARTER, List.of(near, far), List.of(far.reporter()), "ef".repeat(32), 44));
        samples.put("report-sample.report-opened.v1", new SampledReportOpened(sample, COMMUNE, far, "can-bo-1"));
    }

    private static UnitReportSubmitted submitted(int version, @Nullable Integer amends, @Nullable UnitId recipient) {
        return new UnitReportSubmitted(
                COMMUNE,
                QUARTER,
                version,
                new Consolidated(
                        QuarterCalendar.CALENDAR,
                        LocalDate.of(2026, 7, 1),
                        LocalDate.of(2026, 9, 30),
                        4,
                        List.of(new ReportPart(Reporter.of(new TeamId("team-1")), 2, "ab".repeat(32), 41)),
                        List.of(new MissingPart(Reporter.of(new UnitId("u-other")), MissingPart.Why.RETURNED)),
                        List.of(new ConsolidatedLine("H04", 135, 3, 1)),
                        new Narrative("Thiếu máy tính", "Đi từng ngõ"),
                        amends),
                44,
                "ef".repeat(32),
                true,
                LocalDate.of(2026, 10, 7),
                recipient);
    }
}
