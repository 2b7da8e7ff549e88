package vn.soto.domain.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.period.DaysOfQuarter;
import vn.soto.contracts.period.LateCounting;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundOpened;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.period.PeriodCommand.AdoptReportingCalendar;
import vn.soto.domain.recognition.RecognitionCommand.OpenRound;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.unit.UnitCommand.ReparentUnit;
import vn.soto.testkit.SettableClock;

/**
 * A hamlet passes between two communes of different calendars on random days. The reports of its team and the rounds in
 * it have each day in exactly one quarter.
 */
final class ChangedAuthorityTest extends SampleCommune {

    private static final UnitId OTHER = new UnitId("u-other");
    private static final Quarter FIRST = new Quarter(2026, 3);
    private static final List<Quarter> QUARTERS =
            FIRST.through(new Quarter(2028, 2)).toList();

    private final SettableClock clock = new SettableClock(at(LocalDate.parse("2026-06-10"), "09:00"));
    private final TreeMap<LocalDate, QuarterCalendar> calendars =
            new TreeMap<>(Map.of(LocalDate.EPOCH, QuarterCalendar.CALENDAR));
    private final Scenario scenario = new Scenario(clock, DefaultPolicy.standard())
            .given(units())
            .given(establish(OTHER, UnitKind.COMMUNE, "Minh Tân", "25781", PROVINCE), formTeam());

    private void adopt(UnitId authority, QuarterCalendar calendar) {
        scenario.given(
                new AdoptReportingCalendar(authority, calendar, 2, LateCounting.AMENDMENT, signedOn(FOUNDED), FIRST));
    }

    private void move(Random random) {
        LocalDate day = LocalDate.parse("2026-07-02");
        boolean away = false;
        for (int move = 0; move < 5; move++) {
            day = day.plusDays(1 + random.nextInt(140));
            clock.set(at(day, "09:00"));
            away = !away;
            scenario.given(new ReparentUnit(HAMLET, away ? OTHER : COMMUNE, null, signedOn(FOUNDED), day));
            calendars.put(day, away ? QuarterCalendar.ADMINISTRATIVE : QuarterCalendar.CALENDAR);
        }
        clock.set(at(LocalDate.parse("2028-08-01"), "09:00"));
    }

    private LocalDate end(Quarter quarter) {
        return quarter.compareTo(FIRST) < 0
                ? QuarterCalendar.ADMINISTRATIVE.lastDay(quarter)
                : calendars
                        .floorEntry(QuarterCalendar.CALENDAR.lastDay(quarter))
                        .getValue()
                        .lastDay(quarter);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void eachDayLiesInExactlyOneQuarter(long seed) {
        adopt(COMMUNE, QuarterCalendar.CALENDAR);
        adopt(OTHER, QuarterCalendar.ADMINISTRATIVE);
        scenario.given(new AdoptReportingCalendar(
                PROVINCE,
                QuarterCalendar.ADMINISTRATIVE,
                2,
                LateCounting.AMENDMENT,
                signedOn(FOUNDED),
                FIRST.previous()));
        move(new Random(seed));
        List<QuarterDays> expected = QUARTERS.stream()
                .map(quarter -> new QuarterDays(quarter, end(quarter.previous()).plusDays(1), end(quarter)))
                .toList();

        assertThat(QUARTERS).extracting(this::reported).as("seed %s", seed).isEqualTo(expected);
        assertThat(opened("round-1", null)).as("seed %s", seed).isEqualTo(expected);
        assertThat(opened("round-2", DaysOfQuarter.CALENDAR))
                .isEqualTo(QUARTERS.stream().map(QuarterCalendar.CALENDAR::days).toList());
    }

    private List<QuarterDays> opened(String round, @Nullable DaysOfQuarter days) {
        return ((RoundOpened) scenario.send(new OpenRound(
                                new RoundId(round),
                                HAMLET,
                                RoundKind.COLLECTIVE,
                                1,
                                FIRST,
                                QUARTERS.getLast(),
                                1,
                                0,
                                days))
                        .getFirst())
                .quarters();
    }

    private QuarterDays reported(Quarter quarter) {
        return ((QuarterlyReportSubmitted) scenario.send(new SubmitQuarterlyReport(TEAM, quarter, null))
                        .getFirst())
                .days();
    }
}
