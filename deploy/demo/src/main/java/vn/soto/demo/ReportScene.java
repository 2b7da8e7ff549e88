package vn.soto.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;

/** Leaders submit the reports of both quarters: most in time, one late, one twice, one never. */
record ReportScene(List<Crew> crews, Chance chance) implements Scene {

    /** Last day on which reports of the first quarter are in time. */
    static final LocalDate DUE = LocalDate.of(2025, 1, 5);

    private static final LocalDate LATE = LocalDate.of(2025, 1, 13);
    private static final LocalDate AGAIN = LocalDate.of(2025, 1, 17);

    @Override
    public void play(LocalDate day, Stage stage) {
        for (Crew crew : crews) {
            if (day.equals(firstReport(crew))) {
                submit(crew, Story.FIRST_QUARTER, null, day, stage);
            }
            if (crew.number == Story.TWICE && day.equals(AGAIN)) {
                String reason = ReasonCode.MISSING_ENTRY.name();
                submit(crew, Story.FIRST_QUARTER, reason, day, stage);
            }
            if (day.equals(secondReport(crew))) {
                submit(crew, Story.SECOND_QUARTER, null, day, stage);
            }
        }
    }

    /** In the days until it is due. */
    private static @Nullable LocalDate firstReport(Crew crew) {
        return switch (crew.number) {
            case Story.SILENT -> null;
            case Story.LATE -> LATE;
            case Story.TWICE -> DUE.minusDays(1);
            default -> DUE.minusDays(crew.number % 4);
        };
    }

    /** From 1 to 8 April, due on the 5th; a third of the teams have not sent it when the demo ends. */
    private static @Nullable LocalDate secondReport(Crew crew) {
        return crew.number == Story.SILENT || crew.number % 3 == 0
                ? null
                : LocalDate.of(2025, 4, 1 + crew.number * 5 % 8);
    }

    private void submit(Crew crew, Quarter quarter, @Nullable String reason, LocalDate day, Stage stage) {
        Instant at = VietnamTime.start(day).plusSeconds(8 * 3600 + chance.between(0, 12 * 3600));
        var command = new SubmitQuarterlyReport(crew.id(), quarter, reason);
        stage.send(at, crew.leaderAccount(), chance.id(at), command, ScriptStep.ALONE);
    }
}
