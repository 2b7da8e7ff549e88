package vn.soto.events;

import java.time.LocalDate;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.ConsolidatedLine;
import vn.soto.contracts.report.MissingPart;
import vn.soto.contracts.report.Narrative;
import vn.soto.contracts.report.ReportPart;
import vn.soto.contracts.report.Reporter;
import vn.soto.contracts.report.UnitReportEvent.Consolidated;
import vn.soto.contracts.report.UnitReportEvent.UnitReportSubmitted;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** A sample of each event of units' reports. */
final class UnitReportSamples {

    private static final UnitId COMMUNE = new UnitId("u-commune");
    private static final Quarter QUARTER = new Quarter(2026, 3);

    private UnitReportSamples() {}

    static void computed(SequencedMap<String, DomainEvent> samples) {
        samples.put("unit-report.submitted.v1", submitted(2, 1, new UnitId("u-province")));
        samples.put("unit-report.submitted.v1+of-a-province", submitted(1, null, null));
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
