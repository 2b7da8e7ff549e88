package vn.soto.events;

import java.time.LocalDate;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.FigureSource;
import vn.soto.contracts.report.LineOverride;
import vn.soto.contracts.report.Narrative;
import vn.soto.contracts.report.Recipient;
import vn.soto.contracts.report.ReportContent;
import vn.soto.contracts.report.ReportEvent.HouseholdTotalStated;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.StatedSource;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** Samples of events of reports. */
final class ReportSamples {

    private static final TeamId TEAM = new TeamId("019a0000-0000-7000-8000-00000000000a");
    private static final UnitId COMMUNE = new UnitId("u-an-long");
    private static final UnitId WARD = new UnitId("u-ben-cat");
    private static final Quarter QUARTER = new Quarter(2026, 3);
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 9, 14);
    private static final LocalDate DUE = LocalDate.of(2026, 9, 16);
    private static final String CHAIN = "ab".repeat(32);
    private static final long COMMIT = 1_234_567_890_123L;

    private static final Narrative NARRATIVE =
            new Narrative("Nhiều hộ chưa có điện thoại thông minh.", "Hướng dẫn tại phiên chợ cuối tuần.");

    private ReportSamples() {}

    static void computed(SequencedMap<String, DomainEvent> samples) {
        samples.put("report.submitted.v3", accepted().hashed());
    }

    static void older(SequencedMap<String, DomainEvent> samples) {
        samples.put("report.household-total-stated.v1", new HouseholdTotalStated(TEAM, QUARTER, 412));
        samples.put("report.household-total-stated.v1+not-known", new HouseholdTotalStated(TEAM, QUARTER, null));
        samples.put("report.submitted.v1", before(null));
        samples.put("report.submitted.v2", before(DAY));
        samples.put("report.submitted.v2+no-due-day", before(null));
    }

    /** The event of which FORMAT.md of the contracts has a vector. */
    private static QuarterlyReportSubmitted accepted() {
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
