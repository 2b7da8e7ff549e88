package vn.soto.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.report.ReportRule.HOUSEHOLD_TOTAL_CHANGES;
import static vn.soto.domain.report.ReportRule.HOUSEHOLD_TOTAL_IS_PLAUSIBLE;
import static vn.soto.domain.report.ReportRule.QUARTER_BEGINS_SOON;
import static vn.soto.domain.report.ReportRule.QUARTER_HAS_ENDED;
import static vn.soto.domain.report.ReportRule.REPORT_SUBMITTED_AGAIN_HAS_A_REASON;
import static vn.soto.domain.report.ReportRule.TEAM_WAS_NOT_DISSOLVED_BEFORE_THE_QUARTER;
import static vn.soto.domain.report.ReportRule.TEAM_WAS_THERE_IN_THE_QUARTER;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.FigureSource;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.report.Narrative;
import vn.soto.contracts.report.Recipient;
import vn.soto.contracts.report.ReportContent;
import vn.soto.contracts.report.ReportEvent.HouseholdTotalStated;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.StatedSource;
import vn.soto.contracts.shared.Flag.Code;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.report.ReportCommand.AnnotateReport;
import vn.soto.domain.report.ReportCommand.OverrideReportLine;
import vn.soto.domain.report.ReportCommand.StateHouseholdTotal;
import vn.soto.domain.report.ReportCommand.StateReportLine;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.team.TeamCommand.DissolveTeam;
import vn.soto.testkit.SettableClock;

final class QuarterlyReportTest extends SampleCommune {

    private static final Quarter Q2 = Quarter.parse("2026-Q2");

    /** Five days after the quarter is a Sunday. */
    private static final LocalDate DUE = LocalDate.parse("2026-07-06");

    private static final SubmitQuarterlyReport SUBMIT = new SubmitQuarterlyReport(TEAM, Q2, null);

    @Nested
    final class SubmittingAQuarterlyReport {

        @Test
        void pinsTheFiguresDerivedFromTheLedger() {
            on("2026-07-01").when(SUBMIT).decides(submitted(QuarterCalendar.CALENDAR, 1, false, DUE));
        }

        @Test
        void makesAVersionEachTime() {
            on("2026-07-05")
                    .given(SUBMIT)
                    .given(again("Bổ sung lượt ghi muộn"))
                    .when(again("Đính chính lần nữa"))
                    .decides(submitted(QuarterCalendar.CALENDAR, 3, false, DUE));
        }

        @Test
        void needsAReasonToBeSubmittedAgain() {
            Scenario scenario = on("2026-07-05").given(SUBMIT);

            scenario.when(SUBMIT).isRefusedBy(REPORT_SUBMITTED_AGAIN_HAS_A_REASON, 1);
        }

        @Test
        void refusesAQuarterUntilItsLastDayHasPassedInVietnam() {
            new Scenario(
                            Clock.fixed(at(LocalDate.parse("2026-06-30"), "23:59"), ZoneOffset.UTC),
                            DefaultPolicy.standard())
                    .given(units())
                    .given(formTeam())
                    .when(SUBMIT)
                    .isRefusedBy(QUARTER_HAS_ENDED, LocalDate.parse("2026-06-30"));
        }

        @ParameterizedTest
        @CsvSource({"CALENDAR, 2999-12-31", "ADMINISTRATIVE, 2999-12-14"})
        void refusesTheLastQuarterThereIsUntilItHasEnded(QuarterCalendar calendar, LocalDate lastDay) {
            on("2026-07-01", new DefaultPolicy(3, 220, calendar, 5))
                    .when(new SubmitQuarterlyReport(TEAM, Quarter.parse("2999-Q4"), null))
                    .isRefusedBy(QUARTER_HAS_ENDED, lastDay);
        }

        @ParameterizedTest
        @CsvSource({"2026-07-06, false", "2026-07-07, true"})
        void isLateAfterItsDueDay(String today, boolean late) {
            on(today).when(SUBMIT).decides(submitted(QuarterCalendar.CALENDAR, 1, late, DUE));
        }

        @Test
        void warnsWhenItIsLateAndSaysWhenItWasDue() {
            on("2026-07-06").when(SUBMIT).warns();
            on("2026-07-07").when(SUBMIT).warns(new Warning(Code.REPORT_IS_LATE, List.of(DUE)));
        }

        @Test
        void aReportDueOnASundayIsInTimeOnMonday() {
            LocalDate sunday = LocalDate.parse("2026-07-05");

            assertThat(sunday.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
            on("2026-07-06").when(SUBMIT).decides(submitted(QuarterCalendar.CALENDAR, 1, false, sunday.plusDays(1)));
        }

        @Test
        void aReportDueOnAPublicHolidayIsInTimeOnTheFirstWorkingDayAfterIt() {
            DefaultPolicy later = new DefaultPolicy(3, 220, QuarterCalendar.CALENDAR, 64);

            on("2026-09-03", later)
                    .when(SUBMIT)
                    .decides(submitted(QuarterCalendar.CALENDAR, 1, false, LocalDate.parse("2026-09-03")));
        }

        @Test
        void staysInTimeHoweverLateItIsSubmittedAgain() {
            SettableClock clock = new SettableClock(at(LocalDate.parse("2026-07-05"), "09:00"));
            Scenario scenario = new Scenario(clock, DefaultPolicy.standard())
                    .given(units())
                    .given(formTeam())
                    .given(SUBMIT);
            clock.set(at(LocalDate.parse("2026-07-20"), "09:00"));

            scenario.when(again("Bổ sung lượt ghi muộn")).warns();
            scenario.when(again("Đính chính lần nữa")).decides(submitted(QuarterCalendar.CALENDAR, 3, false, DUE));
        }

        @Test
        void staysLateWhenItIsSubmittedAgain() {
            on("2026-07-07")
                    .given(SUBMIT)
                    .when(again("Bổ sung lượt ghi muộn"))
                    .decides(submitted(QuarterCalendar.CALENDAR, 2, true, DUE));
        }

        @Test
        void followsTheCalendarOfThePolicy() {
            DefaultPolicy administrative = new DefaultPolicy(3, 220, QuarterCalendar.ADMINISTRATIVE, 2);

            on("2026-06-14", administrative).when(SUBMIT).isRefusedBy(QUARTER_HAS_ENDED, LocalDate.parse("2026-06-14"));
            on("2026-06-16", administrative)
                    .when(SUBMIT)
                    .decides(submitted(QuarterCalendar.ADMINISTRATIVE, 1, false, LocalDate.parse("2026-06-16")));
            on("2026-06-17", administrative)
                    .when(SUBMIT)
                    .decides(submitted(QuarterCalendar.ADMINISTRATIVE, 1, true, LocalDate.parse("2026-06-16")));
        }

        @Test
        void refusesAQuarterBeforeTheTeam() {
            on("2026-07-01")
                    .when(new SubmitQuarterlyReport(TEAM, Quarter.parse("2025-Q4"), null))
                    .isRefusedBy(TEAM_WAS_THERE_IN_THE_QUARTER, FOUNDED);
        }

        @Test
        void takesTheQuarterOfTheLastDayAndRefusesTheNext() {
            LocalDate lastDay = LocalDate.of(2026, 6, 30);
            Scenario scenario =
                    on("2026-10-01").given(new DissolveTeam(TEAM, signedOn(FOUNDED), lastDay, "Sắp xếp lại khu phố"));

            scenario.when(new SubmitQuarterlyReport(TEAM, Quarter.parse("2026-Q3"), null))
                    .isRefusedBy(TEAM_WAS_NOT_DISSOLVED_BEFORE_THE_QUARTER, lastDay);
            scenario.given(new SubmitQuarterlyReport(TEAM, Q2, null));
        }

        @Test
        void missesATeamThatDoesNotExist() {
            on("2026-07-01")
                    .when(new SubmitQuarterlyReport(FAR_TEAM, Q2, null))
                    .isAboutSomethingAbsent("team", FAR_TEAM);
        }
    }

    @Nested
    final class StatingTheTotalOfHouseholds {

        @Test
        void isPossibleBeforeTheQuarterEndsAndAgain() {
            on("2026-05-01").given(total(400)).when(total(412)).decides(new HouseholdTotalStated(TEAM, Q2, 412));
        }

        @Test
        void tellsZeroFromNotKnown() {
            on("2026-05-01").given(total(0)).when(total(null)).decides(new HouseholdTotalStated(TEAM, Q2, null));
            on("2026-05-01").when(total(null)).isRefusedBy(HOUSEHOLD_TOTAL_CHANGES);
        }

        @Test
        void refusesTheSameAgainAndNumbersThatCannotBe() {
            Scenario scenario = on("2026-05-01").given(total(400));

            scenario.when(total(400)).isRefusedBy(HOUSEHOLD_TOTAL_CHANGES);
            scenario.when(total(-1)).isRefusedBy(HOUSEHOLD_TOTAL_IS_PLAUSIBLE, 100_000);
            scenario.when(total(100_001)).isRefusedBy(HOUSEHOLD_TOTAL_IS_PLAUSIBLE, 100_000);
        }

        @Test
        void refusesAQuarterBeforeTheTeam() {
            on("2026-07-01")
                    .when(new StateHouseholdTotal(TEAM, Quarter.parse("2025-Q4"), 400, null))
                    .isRefusedBy(TEAM_WAS_THERE_IN_THE_QUARTER, FOUNDED);
        }

        @Test
        void keepsWhereTheNumberComesFromAndTheVersionSaysIt() {
            StateHouseholdTotal stated = new StateHouseholdTotal(TEAM, Q2, 412, FigureSource.POPULATION_DATABASE);
            Scenario scenario = on("2026-07-05").given(total(412));

            scenario.when(stated).decides(new HouseholdTotalStated(TEAM, Q2, 412, FigureSource.POPULATION_DATABASE));
            scenario.when(stated).isRefusedBy(HOUSEHOLD_TOTAL_CHANGES);
            assertThat(scenario.send(SUBMIT))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            QuarterlyReportSubmitted.class,
                            version -> assertThat(Objects.requireNonNull(version.content())
                                            .sources())
                                    .containsExactly(new StatedSource("H01", FigureSource.POPULATION_DATABASE)));
        }

        @Test
        void leavesTheVersionsOfTheReportAsTheyAre() {
            on("2026-07-05").given(SUBMIT).given(total(400)).given(again("Bổ sung tổng số hộ"));
        }

        @Test
        void saysNothingOfAQuarterThatBeginsLongAfterToday() {
            Quarter coming = Quarter.parse("2026-Q4");
            Quarter far = Quarter.parse("2030-Q1");
            LocalDate first = LocalDate.of(2030, 1, 1);
            Scenario scenario = on("2026-07-01").given(new StateHouseholdTotal(TEAM, coming, 400, null));
            for (ReportCommand stated : List.of(
                    new StateHouseholdTotal(TEAM, far, 400, null),
                    new StateReportLine(TEAM, far, "P02", 4L, FigureSource.OWN_COUNT),
                    new AnnotateReport(TEAM, far, "Mạng yếu ở ấp.", null),
                    new OverrideReportLine(TEAM, far, "P01", 4, "PAPER_RECORDS"))) {
                scenario.when(stated).isRefusedBy(QUARTER_BEGINS_SOON, first, 3);
            }
        }

        private static StateHouseholdTotal total(@Nullable Integer households) {
            return new StateHouseholdTotal(TEAM, Q2, households, null);
        }
    }

    private static Scenario on(String today) {
        return on(today, DefaultPolicy.standard());
    }

    private static Scenario on(String today, DefaultPolicy policy) {
        Instant now = at(LocalDate.parse(today), "09:00");
        return new Scenario(Clock.fixed(now, ZoneOffset.UTC), policy)
                .given(units())
                .given(formTeam());
    }

    private static SubmitQuarterlyReport again(String reason) {
        return new SubmitQuarterlyReport(TEAM, Q2, reason);
    }

    private static QuarterlyReportSubmitted submitted(
            QuarterCalendar calendar, int version, boolean late, LocalDate dueOn) {
        return new QuarterlyReportSubmitted(
                        TEAM,
                        Q2,
                        calendar,
                        version,
                        Indicators.VERSION,
                        List.of(new Figure("T02", 3)),
                        7,
                        "ab".repeat(32),
                        late,
                        dueOn,
                        new ReportContent(
                                calendar.firstDay(Q2),
                                calendar.lastDay(Q2),
                                List.of(),
                                List.of(),
                                List.of(),
                                Narrative.NONE,
                                null),
                        new Recipient(COMMUNE, null, List.of()),
                        null)
                .hashed();
    }
}
