package vn.soto.events;

import java.time.LocalDate;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.period.LateCounting;
import vn.soto.contracts.period.PeriodEvent.CalendarAdopted;
import vn.soto.contracts.period.PeriodEvent.CalendarWithdrawn;
import vn.soto.contracts.period.PeriodEvent.PeriodClosed;
import vn.soto.contracts.period.PeriodEvent.PeriodOpened;
import vn.soto.contracts.period.PeriodEvent.PeriodReopened;
import vn.soto.contracts.period.WorkingDaysEvent.HolidaysDecided;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.FigureSource;
import vn.soto.contracts.report.LineOverride;
import vn.soto.contracts.report.Narrative;
import vn.soto.contracts.report.Recipient;
import vn.soto.contracts.report.ReportContent;
import vn.soto.contracts.report.ReportEvent.HouseholdTotalStated;
import vn.soto.contracts.report.ReportEvent.LineOverridden;
import vn.soto.contracts.report.ReportEvent.LineStated;
import vn.soto.contracts.report.ReportEvent.OverrideWithdrawn;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.ReportEvent.ReportAccepted;
import vn.soto.contracts.report.ReportEvent.ReportAnnotated;
import vn.soto.contracts.report.ReportEvent.ReportReturned;
import vn.soto.contracts.report.StatedSource;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** Samples of the events of reports, of their periods and of working days. */
final class ReportSamples {

    private static final TeamId TEAM = new TeamId("019a0000-0000-7000-8000-00000000000a");
    private static final UnitId PROVINCE = new UnitId("u-binh-duong");
    private static final UnitId COMMUNE = new UnitId("u-an-long");
    private static final UnitId WARD = new UnitId("u-ben-cat");
    private static final Quarter QUARTER = new Quarter(2026, 3);
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 9, 14);
    private static final LocalDate DUE = LocalDate.of(2026, 9, 16);
    private static final String CHAIN = "ab".repeat(32);
    private static final long COMMIT = 1_234_567_890_123L;
    private static final Instrument DECISION = new Instrument("01/2023/QĐ-UBND", LocalDate.of(2023, 1, 16));

    private static final Narrative NARRATIVE =
            new Narrative("Nhiều hộ chưa có điện thoại thông minh.", "Hướng dẫn tại phiên chợ cuối tuần.");

    private ReportSamples() {}

    static void all(SequencedMap<String, DomainEvent> samples) {
        samples.put(
                "report.household-total-stated.v2",
                new HouseholdTotalStated(TEAM, QUARTER, 412, FigureSource.POPULATION_DATABASE));
        samples.put("report.household-total-stated.v2+not-known", new HouseholdTotalStated(TEAM, QUARTER, null));
        samples.put("report.annotated.v1", new ReportAnnotated(TEAM, QUARTER, NARRATIVE));
        samples.put("report.annotated.v1+nothing-to-say", new ReportAnnotated(TEAM, QUARTER, Narrative.NONE));
        samples.put("report.line-overridden.v1", new LineOverridden(TEAM, QUARTER, new LineOverride("S.payment", 52)));
        samples.put("report.line-stated.v1", new LineStated(TEAM, QUARTER, "P02", 86L, FigureSource.ATTENDANCE_LIST));
        samples.put("report.line-stated.v1+not-known", new LineStated(TEAM, QUARTER, "P02", null, null));
        samples.put("report.override-withdrawn.v1", new OverrideWithdrawn(TEAM, QUARTER, "S.payment"));
        samples.put("report.submitted.v3", accepted().hashed());
        samples.put("report.submitted.v3+before-acceptance", before(DAY));
        samples.put("report.submitted.v3+before-acceptance-no-due-day", before(null));
        samples.put("report.returned.v1", new ReportReturned(TEAM, QUARTER, 1, CHAIN));
        samples.put("report.accepted.v1", new ReportAccepted(TEAM, QUARTER, 2, CHAIN));
        periods(samples);
    }

    private static void periods(SequencedMap<String, DomainEvent> samples) {
        samples.put(
                "reporting-periods.calendar-adopted.v1",
                new CalendarAdopted(
                        PROVINCE, 2, QuarterCalendar.ADMINISTRATIVE, 2, LateCounting.NEXT_PERIOD, DECISION, QUARTER));
        samples.put("reporting-periods.calendar-withdrawn.v1", new CalendarWithdrawn(PROVINCE, 2));
        samples.put(
                "reporting-periods.opened.v1",
                new PeriodOpened(PROVINCE, QUARTER, DAY, LAST_DAY, DUE, LateCounting.AMENDMENT));
        samples.put(
                "reporting-periods.closed.v1",
                new PeriodClosed(PROVINCE, QUARTER, DAY, LAST_DAY, DUE, LateCounting.NEXT_PERIOD, COMMIT, CHAIN));
        samples.put("reporting-periods.reopened.v1", new PeriodReopened(PROVINCE, QUARTER, COMMIT, DUE));
        samples.put(
                "working-days.decided.v1",
                new HolidaysDecided(
                        2026, List.of(LocalDate.of(2026, 1, 1)), List.of(LocalDate.of(2026, 1, 10)), DECISION));
    }

    static void older(SequencedMap<String, DomainEvent> samples) {
        samples.put("report.household-total-stated.v1", new HouseholdTotalStated(TEAM, QUARTER, 412));
        samples.put("report.household-total-stated.v1+not-known", new HouseholdTotalStated(TEAM, QUARTER, null));
        samples.put("report.submitted.v1", before(null));
        samples.put("report.submitted.v2", before(DAY));
        samples.put("report.submitted.v2+no-due-day", before(null));
    }

    /** The event of which FORMAT.md of the contracts has a vector. */
    static QuarterlyReportSubmitted accepted() {
        return new QuarterlyReportSubmitted(
                TEAM,
                QUARTER,
                QuarterCalendar.ADMINISTRATIVE,
                2,
                4,
                List.of(new Figure("H01", 412), new Figure("H05", 42), new Figure("S.payment", 50)),
                COMMIT,
                CHAIN,
                true,
                DUE,
                new ReportContent(
                        DAY,
                        LAST_DAY,
                        List.of(new Figure("H05", -1)),
                        List.of(new LineOverride("S.payment", 52)),
                        List.of(new StatedSource("H01", FigureSource.POPULATION_DATABASE)),
                        NARRATIVE,
                        1),
                new Recipient(COMMUNE, Recipient.Note.REORGANISED, List.of(WARD)),
                null);
    }

    private static QuarterlyReportSubmitted before(@Nullable LocalDate dueOn) {
        return new QuarterlyReportSubmitted(
                TEAM,
                QUARTER,
                QuarterCalendar.ADMINISTRATIVE,
                2,
                1,
                List.of(new Figure("H05.home-visit", 42)),
                COMMIT,
                CHAIN,
                true,
                dueOn);
    }
}
