package vn.soto.domain.period;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.period.PeriodRule.AUTHORITY_IS_A_PROVINCE_OR_HAS_A_CALENDAR;
import static vn.soto.domain.period.PeriodRule.AUTHORITY_IS_IN_FORCE_IN_THE_PERIOD;
import static vn.soto.domain.period.PeriodRule.AUTHORITY_IS_NO_RESIDENTIAL_UNIT;
import static vn.soto.domain.period.PeriodRule.CALENDAR_STARTS_AFTER_WHAT_IS_SETTLED;
import static vn.soto.domain.period.PeriodRule.CALENDAR_STARTS_WITH_A_QUARTER_THAT_HAS_NOT_ENDED;
import static vn.soto.domain.period.PeriodRule.CALENDAR_TO_WITHDRAW_IS_ADOPTED;
import static vn.soto.domain.period.PeriodRule.DUE_DAYS_ARE_PLAUSIBLE;
import static vn.soto.domain.period.PeriodRule.PERIOD_HAS_ENDED;
import static vn.soto.domain.period.PeriodRule.PERIOD_IS_CLOSED;
import static vn.soto.domain.period.PeriodRule.PERIOD_IS_NOT_CLOSED;
import static vn.soto.domain.period.PeriodRule.PERIOD_IS_NOT_OPENED_YET;
import static vn.soto.domain.period.PeriodRule.PERIOD_TO_OPEN_BEGINS_SOON;
import static vn.soto.domain.period.PeriodRule.REOPENING_EXPIRES_SOON;
import static vn.soto.domain.period.WorkingDaysRule.HOLIDAYS_ARE_NOT_TOO_MANY;
import static vn.soto.domain.period.WorkingDaysRule.HOLIDAYS_ARE_OF_THEIR_YEAR;
import static vn.soto.domain.period.WorkingDaysRule.HOLIDAYS_CHANGE;
import static vn.soto.domain.period.WorkingDaysRule.ONLY_WEEKENDS_ARE_WORKED_AND_OTHER_DAYS_OFF;
import static vn.soto.domain.report.ReportRule.QUARTER_HAS_ENDED;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.period.LateCounting;
import vn.soto.contracts.period.PeriodEvent.CalendarAdopted;
import vn.soto.contracts.period.PeriodEvent.CalendarWithdrawn;
import vn.soto.contracts.period.PeriodEvent.PeriodClosed;
import vn.soto.contracts.period.PeriodEvent.PeriodOpened;
import vn.soto.contracts.period.PeriodEvent.PeriodReopened;
import vn.soto.contracts.period.WorkingDaysEvent.HolidaysDecided;
import vn.soto.contracts.policy.InitialTerms;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.period.PeriodCommand.AdoptReportingCalendar;
import vn.soto.domain.period.PeriodCommand.ClosePeriod;
import vn.soto.domain.period.PeriodCommand.OpenPeriod;
import vn.soto.domain.period.PeriodCommand.ReopenPeriod;
import vn.soto.domain.period.PeriodCommand.WithdrawReportingCalendar;
import vn.soto.domain.period.WorkingDaysCommand.DecideHolidays;
import vn.soto.domain.policy.PolicyCommand.AdoptPolicy;
import vn.soto.domain.policy.PolicyCommand.WithdrawPolicy;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.testkit.SettableClock;

final class AuthorityPeriodsTest extends SampleCommune {

    private static final Quarter Q2 = Quarter.parse("2026-Q2");
    private static final Quarter Q3 = Quarter.parse("2026-Q3");
    private static final String CHAIN = "ab".repeat(32);

    /** A Sunday; the day in time by the policy of the ledger is the Monday after. */
    private static final LocalDate DUE = LocalDate.parse("2026-07-06");

    private final SettableClock clock = new SettableClock(at(LocalDate.parse("2026-06-20"), "09:00"));
    private final Scenario scenario =
            new Scenario(clock, DefaultPolicy.standard()).given(units()).given(formTeam());

    private void on(String today) {
        clock.set(at(LocalDate.parse(today), "09:00"));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static AdoptReportingCalendar adopt(UnitId unit, QuarterCalendar calendar, int due, Quarter from) {
        return new AdoptReportingCalendar(unit, calendar, due, LateCounting.NEXT_PERIOD, signedOn(FOUNDED), from);
    }

    private QuarterlyReportSubmitted submitted(Quarter quarter) {
        return (QuarterlyReportSubmitted)
                scenario.send(new SubmitQuarterlyReport(TEAM, quarter, null)).getFirst();
    }

    @Nested
    final class AdoptingACalendar {

        private final AdoptReportingCalendar administrative = adopt(PROVINCE, QuarterCalendar.ADMINISTRATIVE, 2, Q3);

        @Test
        void isAVersionFromAQuarterOn() {
            scenario.when(administrative)
                    .decides(new CalendarAdopted(
                            PROVINCE,
                            1,
                            QuarterCalendar.ADMINISTRATIVE,
                            2,
                            LateCounting.NEXT_PERIOD,
                            signedOn(FOUNDED),
                            Q3));
            scenario.when(adopt(PROVINCE, QuarterCalendar.CALENDAR, 5, Q3.next()))
                    .decides(new CalendarAdopted(
                            PROVINCE,
                            2,
                            QuarterCalendar.CALENDAR,
                            5,
                            LateCounting.NEXT_PERIOD,
                            signedOn(FOUNDED),
                            Q3.next()));
        }

        @Test
        void theFirstQuarterOfTheNewCalendarBeginsWhereTheOldOneEnds() {
            scenario.given(administrative);
            on("2026-09-15");

            QuarterlyReportSubmitted report = submitted(Q3);
            assertThat(report.calendar()).isEqualTo(QuarterCalendar.ADMINISTRATIVE);
            assertThat(report.days().firstDay()).isEqualTo("2026-07-01");
            assertThat(report.days().lastDay()).isEqualTo("2026-09-14");
        }

        @Test
        void aReportIsDueTwoWorkingDaysLater() {
            scenario.given(administrative);
            on("2026-09-16");
            assertThat(submitted(Q3)).satisfies(report -> {
                assertThat(report.dueOn()).isEqualTo("2026-09-16");
                assertThat(report.late()).isFalse();
            });
        }

        @Test
        void aHolidayMovesTheDueDay() {
            scenario.given(
                    administrative,
                    new DecideHolidays(
                            2026, List.of(day("2026-09-15")), List.of(day("2026-09-19")), signedOn(FOUNDED)));
            on("2026-09-17");
            assertThat(submitted(Q3).dueOn()).isEqualTo("2026-09-17");
        }

        @Test
        void ofACommuneGoesBeforeThatOfTheProvince() {
            scenario.given(administrative, adopt(COMMUNE, QuarterCalendar.CALENDAR, 4, Q3));
            on("2026-09-15");
            scenario.when(new SubmitQuarterlyReport(TEAM, Q3, null)).isRefusedBy(QUARTER_HAS_ENDED, day("2026-09-30"));
            on("2026-10-01");
            assertThat(submitted(Q3).dueOn()).isEqualTo("2026-10-06");
        }

        @Test
        void changesNoQuarterThatHasEndedOrIsSettled() {
            on("2026-07-01");
            scenario.when(adopt(PROVINCE, QuarterCalendar.CALENDAR, 2, Q2))
                    .isRefusedBy(CALENDAR_STARTS_WITH_A_QUARTER_THAT_HAS_NOT_ENDED, day("2026-06-30"));
            scenario.given(new OpenPeriod(PROVINCE, Q3));
            scenario.when(administrative).isRefusedBy(CALENDAR_STARTS_AFTER_WHAT_IS_SETTLED, "2026-Q3");
        }

        @Test
        void ofAMistypedYearBlocksNothingAndIsTakenBack() {
            Quarter mistyped = Quarter.parse("2062-Q3");
            scenario.given(adopt(PROVINCE, QuarterCalendar.CALENDAR, 9, mistyped), administrative);
            on("2026-09-17");
            assertThat(submitted(Q3).dueOn()).isEqualTo("2026-09-16");
            WithdrawReportingCalendar withdrawal = new WithdrawReportingCalendar(PROVINCE, 1, "gõ nhầm năm");
            scenario.when(withdrawal).decides(new CalendarWithdrawn(PROVINCE, 1));
            scenario.when(withdrawal).isRefusedBy(CALENDAR_TO_WITHDRAW_IS_ADOPTED, 1);
            scenario.when(new WithdrawReportingCalendar(PROVINCE, 2, "gõ nhầm năm"))
                    .isRefusedBy(CALENDAR_STARTS_WITH_A_QUARTER_THAT_HAS_NOT_ENDED, day("2026-09-14"));
        }

        @Test
        void noPeriodOfAMistypedYearIsOpened() {
            scenario.when(new OpenPeriod(PROVINCE, Quarter.parse("2062-Q3")))
                    .isRefusedBy(PERIOD_TO_OPEN_BEGINS_SOON, day("2062-07-01"), 60);
        }

        @Test
        void needsAnAdministrativeUnitAndAPlausibleTerm() {
            scenario.when(adopt(HAMLET, QuarterCalendar.CALENDAR, 2, Q3))
                    .isRefusedBy(AUTHORITY_IS_NO_RESIDENTIAL_UNIT, HAMLET.value());
            scenario.when(adopt(PROVINCE, QuarterCalendar.CALENDAR, 61, Q3)).isRefusedBy(DUE_DAYS_ARE_PLAUSIBLE, 0, 60);
            scenario.when(adopt(new UnitId("u-none"), QuarterCalendar.CALENDAR, 2, Q3))
                    .isAboutSomethingAbsent("unit", "u-none");
        }
    }

    /** Whatever its first day, a quarter that had ended before it was signed keeps its due day. */
    @Test
    void aPolicyMovesNoDueDayOfAQuarterThatHadEndedBefore() {
        on("2026-07-03");
        scenario.decidedByTwo(
                new AdoptPolicy(InitialTerms.of(3, 220, 9), signedOn(day("2026-07-03")), FOUNDED),
                new AdoptPolicy(InitialTerms.of(3, 220, 12), signedOn(day("2026-07-03")), day("2026-10-01")));
        assertThat(submitted(Q2).dueOn()).isEqualTo(DUE);
        on("2026-10-12");
        assertThat(submitted(Q3)).satisfies(report -> {
            assertThat(report.dueOn())
                    .as("9 days, by the policy of its last day")
                    .isEqualTo("2026-10-09");
            assertThat(report.late()).isTrue();
        });
        assertThat(((PeriodClosed) scenario.send(new ClosePeriod(PROVINCE, Q3)).getFirst()).dueOn())
                .isEqualTo("2026-10-09");
    }

    @Test
    void aPolicyThatIsWithdrawnMovesNoDueDayOfAQuarterThatHadEndedBefore() {
        scenario.decidedByTwo(new AdoptPolicy(InitialTerms.of(3, 220, 9), signedOn(FOUNDED), FOUNDED));
        on("2026-07-20");
        scenario.decidedByTwo(new WithdrawPolicy(1, "ghi nhầm quyết định"));
        assertThat(submitted(Q2).dueOn()).isEqualTo("2026-07-09");
        on("2026-10-12");
        assertThat(submitted(Q3).dueOn()).isEqualTo("2026-10-05");
    }

    @Test
    void aPolicyThatIsEnteredLateMovesNoDueDayOfAQuarterThatHadEndedBefore() {
        on("2026-07-20");
        scenario.decidedByTwo(new AdoptPolicy(InitialTerms.of(3, 220, 9), signedOn(FOUNDED), FOUNDED));
        assertThat(submitted(Q2).dueOn()).isEqualTo(DUE);
        on("2026-10-12");
        assertThat(submitted(Q3).dueOn()).isEqualTo("2026-10-09");
    }

    @Test
    void aTableOfHolidaysMovesNoDueDayOfATermThatHadEndedBefore() {
        DecideHolidays offOnTheDueDay = new DecideHolidays(2026, List.of(DUE), List.of(), signedOn(FOUNDED));
        on("2026-07-20");
        scenario.given(offOnTheDueDay);
        assertThat(submitted(Q2).dueOn()).isEqualTo(DUE);
    }

    /** Nobody could hand in at an office that is closed. */
    @Test
    void aTableOfHolidaysThatIsDecidedWithinTheTermMovesItsEnd() {
        on("2026-07-03");
        scenario.given(new DecideHolidays(2026, List.of(DUE), List.of(), signedOn(FOUNDED)));
        on("2026-07-20");
        assertThat(submitted(Q2).dueOn()).isEqualTo(DUE.plusDays(1));
    }

    @Nested
    final class OpeningAndClosing {

        private final ClosePeriod close = new ClosePeriod(PROVINCE, Q2);

        private PeriodClosed closed() {
            return new PeriodClosed(
                    PROVINCE, Q2, day("2026-04-01"), day("2026-06-30"), DUE, LateCounting.AMENDMENT, 7, CHAIN);
        }

        @Test
        void openingSettlesTheDaysOfThePeriod() {
            OpenPeriod open = new OpenPeriod(PROVINCE, Q2);

            scenario.when(open)
                    .decides(new PeriodOpened(
                            PROVINCE, Q2, day("2026-04-01"), day("2026-06-30"), DUE, LateCounting.AMENDMENT));
            scenario.when(open).isRefusedBy(PERIOD_IS_NOT_OPENED_YET);
        }

        @Test
        void closingSaysWhichCommitIsTheLastInTime() {
            scenario.when(close).isRefusedBy(PERIOD_HAS_ENDED, day("2026-06-30"));
            on("2026-07-10");

            scenario.when(close).decides(closed());
            scenario.when(close).isRefusedBy(PERIOD_IS_NOT_CLOSED);
        }

        @Test
        void isForAProvinceOrForAUnitWithACalendarOfItsOwn() {
            on("2026-07-10");
            scenario.when(new ClosePeriod(COMMUNE, Q2))
                    .isRefusedBy(AUTHORITY_IS_A_PROVINCE_OR_HAS_A_CALENDAR, COMMUNE.value());
            scenario.given(adopt(COMMUNE, QuarterCalendar.CALENDAR, 2, Q3));
            scenario.when(new ClosePeriod(COMMUNE, Q2))
                    .isRefusedBy(AUTHORITY_IS_A_PROVINCE_OR_HAS_A_CALENDAR, COMMUNE.value());
            on("2026-10-07");
            scenario.given(new ClosePeriod(COMMUNE, Q3));
            scenario.when(new ClosePeriod(PROVINCE, Quarter.parse("2025-Q4")))
                    .isRefusedBy(AUTHORITY_IS_IN_FORCE_IN_THE_PERIOD, PROVINCE.value(), day("2025-12-31"));
        }

        @Test
        void reopeningExpiresByItselfOnTheDayThatItSays() {
            LocalDate until = day("2026-07-15");
            ReopenPeriod reopen = new ReopenPeriod(PROVINCE, Q2, until, "MISSING_ENTRY");
            on("2026-07-10");
            scenario.given(close);

            scenario.when(reopen).decides(new PeriodReopened(PROVINCE, Q2, 7, until));
            scenario.when(reopen).isRefusedBy(PERIOD_IS_CLOSED);
            on("2026-07-15");
            scenario.when(reopen).isRefusedBy(PERIOD_IS_CLOSED);
            on("2026-07-16");
            scenario.when(close).isRefusedBy(PERIOD_IS_NOT_CLOSED);
            scenario.given(new ReopenPeriod(PROVINCE, Q2, day("2026-07-20"), "OFFLINE"));
            scenario.when(close).decides(closed());
        }

        @Test
        void reopeningNeedsAClosedPeriodAndADaySoon() {
            on("2026-07-10");
            scenario.when(new ReopenPeriod(PROVINCE, Q2, day("2026-07-20"), "OFFLINE"))
                    .isRefusedBy(PERIOD_IS_CLOSED);
            scenario.given(close);
            for (String until : List.of("2026-07-09", "2026-08-11")) {
                scenario.when(new ReopenPeriod(PROVINCE, Q2, day(until), "OFFLINE"))
                        .isRefusedBy(REOPENING_EXPIRES_SOON, day("2026-07-10"), day("2026-08-10"));
            }
        }

        @Test
        void aReportOfAClosedPeriodIsStillTakenAndCountsAsLate() {
            on("2026-07-10");
            scenario.given(close);

            QuarterlyReportSubmitted report = submitted(Q2);
            assertThat(report.late()).isTrue();
            assertThat(Objects.requireNonNull(report.content()).carried()).isEmpty();
        }
    }

    @Nested
    final class DecidingHolidays {

        @Test
        void replacesTheTableOfAYearAsAWhole() {
            DecideHolidays table =
                    new DecideHolidays(2026, List.of(day("2026-09-02")), List.of(day("2026-09-05")), signedOn(FOUNDED));

            scenario.when(table)
                    .decides(new HolidaysDecided(
                            2026, List.of(day("2026-09-02")), List.of(day("2026-09-05")), signedOn(FOUNDED)));
            scenario.when(table).isRefusedBy(HOLIDAYS_CHANGE);
            scenario.given(new DecideHolidays(2026, List.of(), List.of(), signedOn(FOUNDED)));
        }

        @Test
        void takesNoMoreThanAYearHas() {
            List<LocalDate> off = day("2026-01-01")
                    .datesUntil(day("2027-01-01"))
                    .filter(each -> each.getDayOfWeek().getValue() <= 5)
                    .limit(61)
                    .toList();

            scenario.when(new DecideHolidays(2026, off, List.of(), signedOn(FOUNDED)))
                    .isRefusedBy(HOLIDAYS_ARE_NOT_TOO_MANY, 60);
            assertThat(scenario.send(new DecideHolidays(2026, off.subList(0, 60), List.of(), signedOn(FOUNDED))))
                    .hasSize(1);
        }

        @Test
        void takesOnlyDaysOfTheYearAndOfTheRightKind() {
            scenario.when(new DecideHolidays(2026, List.of(day("2027-01-01")), List.of(), signedOn(FOUNDED)))
                    .isRefusedBy(HOLIDAYS_ARE_OF_THEIR_YEAR, day("2027-01-01"));
            scenario.when(new DecideHolidays(2026, List.of(day("2026-09-05")), List.of(), signedOn(FOUNDED)))
                    .isRefusedBy(ONLY_WEEKENDS_ARE_WORKED_AND_OTHER_DAYS_OFF, day("2026-09-05"));
            scenario.when(new DecideHolidays(2026, List.of(), List.of(day("2026-09-02")), signedOn(FOUNDED)))
                    .isRefusedBy(ONLY_WEEKENDS_ARE_WORKED_AND_OTHER_DAYS_OFF, day("2026-09-02"));
        }
    }
}
