package vn.soto.contracts.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** The content that an acceptance names, against the vectors of FORMAT.md. */
final class ReportContentTest {

    private static final ResourceBundle VECTORS = ResourceBundle.getBundle("vectors.report-content");

    private static final ReportContent BESIDE = new ReportContent(
            LocalDate.of(2026, 7, 1),
            LocalDate.of(2026, 9, 14),
            List.of(new Figure("H05", -1)),
            List.of(new LineOverride("S.payment", 52)),
            List.of(new StatedSource("H01", FigureSource.POPULATION_DATABASE)),
            new Narrative("Nhiều hộ chưa có điện thoại thông minh.", "Hướng dẫn tại phiên chợ cuối tuần."),
            1);

    private static final QuarterlyReportSubmitted FULL = new QuarterlyReportSubmitted(
            new TeamId("019a0000-0000-7000-8000-00000000000a"),
            new Quarter(2026, 3),
            QuarterCalendar.ADMINISTRATIVE,
            2,
            4,
            List.of(new Figure("H01", 412), new Figure("H05", 42), new Figure("S.payment", 50)),
            1_234_567_890_123L,
            "ab".repeat(32),
            true,
            LocalDate.of(2026, 9, 16),
            BESIDE,
            new Recipient(new UnitId("u-1"), null, List.of()),
            null);

    private static final QuarterlyReportSubmitted LEAST = new QuarterlyReportSubmitted(
            new TeamId("t-1"),
            new Quarter(2026, 2),
            QuarterCalendar.CALENDAR,
            1,
            4,
            List.of(),
            7,
            "00".repeat(32),
            false,
            null,
            new ReportContent(
                    LocalDate.of(2026, 4, 1),
                    LocalDate.of(2026, 6, 30),
                    List.of(),
                    List.of(),
                    List.of(),
                    Narrative.NONE,
                    null),
            null,
            null);

    @Test
    void isEncodedAndHashedAsTheFormatSays() {
        assertThat(HexFormat.of().formatHex(ReportContents.bytes(FULL).bytes()))
                .isEqualTo(VECTORS.getString("full.bytes"));
        assertThat(FULL.hashed().hash()).isEqualTo(VECTORS.getString("full.hash"));
        assertThat(HexFormat.of().formatHex(ReportContents.bytes(LEAST).bytes()))
                .isEqualTo(VECTORS.getString("least.bytes"));
        assertThat(LEAST.contentHash()).isEqualTo(VECTORS.getString("least.hash"));
    }

    @Test
    void anotherWordAnotherFigureOrAnotherOverrideIsAnotherContent() {
        List<UnaryOperator<ReportContent>> changes = List.of(
                content -> with(content, content.carried(), content.overrides(), new Narrative(null, null)),
                content -> with(content, List.of(), content.overrides(), content.narrative()),
                content -> with(
                        content, content.carried(), List.of(new LineOverride("S.payment", 53)), content.narrative()));
        assertThat(changes.stream().map(change -> with(change.apply(BESIDE)).contentHash()))
                .doesNotHaveDuplicates()
                .doesNotContain(FULL.contentHash());
    }

    private static ReportContent with(
            ReportContent content, List<Figure> carried, List<LineOverride> overrides, Narrative narrative) {
        return new ReportContent(
                content.firstDay(),
                content.lastDay(),
                carried,
                overrides,
                content.sources(),
                narrative,
                content.amends());
    }

    private static QuarterlyReportSubmitted with(ReportContent content) {
        return new QuarterlyReportSubmitted(
                FULL.team(),
                FULL.quarter(),
                FULL.calendar(),
                FULL.version(),
                FULL.indicators(),
                FULL.figures(),
                FULL.pinnedTo(),
                FULL.pinnedChain(),
                FULL.late(),
                FULL.dueOn(),
                content,
                FULL.recipient(),
                null);
    }

    @Test
    void theLinesReportedAreTheLedgersWithWhatIsCarriedOrTheOverride() {
        assertThat(FULL.reported())
                .containsExactly(new Figure("H01", 412), new Figure("H05", 41), new Figure("S.payment", 52));
        assertThat(FULL.figures()).contains(new Figure("S.payment", 50));
    }
}
