package vn.soto.contracts.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.period.ApplicablePeriods;
import vn.soto.contracts.period.LateCounting;
import vn.soto.contracts.period.MovingArea;
import vn.soto.contracts.period.PeriodEvent;
import vn.soto.contracts.period.PeriodEvent.CalendarAdopted;
import vn.soto.contracts.period.PeriodEvent.PeriodClosed;
import vn.soto.contracts.period.PeriodEvent.PeriodReopened;
import vn.soto.contracts.period.PeriodSegments;
import vn.soto.contracts.period.PeriodSegments.Segment;
import vn.soto.contracts.period.ReportingPeriods;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** Whatever is closed and reopened, and however late something is recorded, it counts in exactly one period. */
final class PeriodFiguresTest {

    private static final UnitId PROVINCE = new UnitId("province");
    private static final TeamId TEAM = TeamLifeEvents.TEAM;
    private static final int EVENTS = 500;
    private static final LocalDate BEGIN = LocalDate.of(2025, 11, 1);
    private static final List<Quarter> QUARTERS =
            Stream.iterate(new Quarter(2025, 3), Quarter::next).limit(12).toList();

    private final TeamFigures figures = new TeamFigures(new FiguresInMemory());

    /** One event a commit; two commits a day. */
    private static final class Commits implements PeriodSegments.Cuts {

        @Override
        public long after(long commit) {
            return commit;
        }

        @Override
        public long since(Instant instant) {
            long days = VietnamTime.day(instant).toEpochDay() - BEGIN.toEpochDay();
            return Math.clamp(2 * days, 0, EVENTS);
        }
    }

    private void live(long seed) {
        TeamLifeEvents life = new TeamLifeEvents(seed);
        figures.add(TEAM, 0, TeamLifeEvents.formed());
        for (long position = 1; position < EVENTS; position++) {
            figures.add(TEAM, position, life.next());
        }
    }

    /** A year of closings and reopenings in ledger order, by a policy that a new calendar may change. */
    private static ReportingPeriods decided(Random random) {
        ReportingPeriods periods = ReportingPeriods.NONE;
        if (random.nextBoolean()) {
            periods = periods.after(calendar(random, new Quarter(2026, 1 + random.nextInt(3))));
        }
        List<Quarter> closed = new ArrayList<>();
        Quarter next = new Quarter(2025, 4);
        for (long commit = 60L + random.nextInt(60); commit < EVENTS; commit += 10L + random.nextInt(60)) {
            if (closed.isEmpty() || random.nextInt(3) > 0) {
                periods = periods.after(close(periods, next, commit, random));
                closed.add(next);
                next = next.next();
            } else {
                Quarter again = closed.get(random.nextInt(closed.size()));
                LocalDate until = BEGIN.plusDays(commit / 2 + random.nextInt(40));
                periods = periods.after(new PeriodReopened(PROVINCE, again, commit, until));
            }
        }
        return periods;
    }

    private static CalendarAdopted calendar(Random random, Quarter from) {
        return new CalendarAdopted(
                PROVINCE,
                1,
                QuarterCalendar.ADMINISTRATIVE,
                2,
                random.nextBoolean() ? LateCounting.AMENDMENT : LateCounting.NEXT_PERIOD,
                new Instrument("1/QĐ", BEGIN),
                from);
    }

    private static PeriodEvent close(ReportingPeriods periods, Quarter quarter, long commit, Random random) {
        QuarterDays days =
                ApplicablePeriods.of(periods, QuarterCalendar.CALENDAR).days(quarter);
        return new PeriodClosed(
                PROVINCE,
                quarter,
                days.firstDay(),
                days.lastDay(),
                days.lastDay(),
                random.nextInt(4) == 0 ? LateCounting.AMENDMENT : LateCounting.NEXT_PERIOD,
                commit,
                "");
    }

    /** Of a team whose area passes between authorities that decide for themselves. */
    private static ApplicablePeriods moving(long seed) {
        return MovingArea.random(BEGIN.minusDays(100), new Random(seed), (unit, random) -> decided(random))
                .periods(QuarterCalendar.CALENDAR);
    }

    private static ApplicablePeriods of(ReportingPeriods periods) {
        return ApplicablePeriods.of(periods, QuarterCalendar.CALENDAR);
    }

    private static PeriodSegments segments(ApplicablePeriods periods) {
        return new PeriodSegments(periods, new Commits());
    }

    private PeriodFigures periodFigures(ApplicablePeriods periods) {
        return new PeriodFigures(Indicators.VERSION, figures, segments(periods));
    }

    private static void add(Map<String, Long> sum, List<Figure> lines) {
        lines.stream()
                .filter(line -> !Indicators.isState(line.code()))
                .forEach(line -> sum.merge(line.code(), line.value(), Long::sum));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatArrivesLateIsInExactlyOnePeriod(long seed) {
        live(seed);
        Random random = new Random(seed);
        ApplicablePeriods periods = moving(seed);
        PeriodFigures counting = periodFigures(periods);
        for (long before : new long[] {1, random.nextInt(EVENTS) + 1, random.nextInt(EVENTS) + 1, EVENTS}) {
            Map<String, Long> counted = new TreeMap<>();
            Map<String, Long> recorded = new TreeMap<>();
            for (Quarter quarter : QUARTERS) {
                add(counted, counting.own(TEAM, quarter, before));
                add(counted, counting.carried(TEAM, quarter, before));
                add(
                        recorded,
                        figures.derive(Indicators.VERSION, TEAM, periods.days(quarter), before)
                                .figures());
            }
            assertThat(counted).as("seed %s, before %s", seed, before).isEqualTo(recorded);
        }
    }

    /** Every position belongs to one period of destination for the days of each quarter, and to one only. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theSegmentsOfAQuarterCoverTheLedgerOnce(long seed) {
        PeriodSegments segments = segments(moving(seed));
        for (Quarter of : QUARTERS) {
            Map<Long, Integer> covered = new LinkedHashMap<>();
            for (Quarter counting : QUARTERS) {
                List<Segment> pieces = counting.equals(of)
                        ? segments.own(counting, EVENTS)
                        : segments.carried(counting, EVENTS).stream()
                                .filter(piece -> piece.days().quarter().equals(of))
                                .toList();
                for (Segment piece : pieces) {
                    for (long position = piece.from(); position < piece.before(); position++) {
                        covered.merge(position, 1, Integer::sum);
                    }
                }
            }
            assertThat(covered).as("seed %s, %s", seed, of).hasSize(EVENTS);
            assertThat(covered.values()).containsOnly(1);
        }
    }

    @ParameterizedTest
    @EnumSource(LateCounting.class)
    void aClosedPeriodGrowsOnlyIfItsPolicyIsToAmendIt(LateCounting late) {
        live(11);
        Quarter quarter = new Quarter(2026, 1);
        long closing = 320;
        PeriodFigures counting = periodFigures(of(ReportingPeriods.NONE.after(new PeriodClosed(
                PROVINCE,
                quarter,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 3, 31),
                LocalDate.of(2026, 4, 2),
                late,
                closing,
                ""))));
        List<Figure> then = counting.own(TEAM, quarter, closing);
        List<Figure> now = counting.own(TEAM, quarter, EVENTS);

        assertThat(now.equals(then)).isEqualTo(late == LateCounting.NEXT_PERIOD);
        assertThat(counting.carried(TEAM, quarter.next(), EVENTS).isEmpty()).isEqualTo(late == LateCounting.AMENDMENT);
        assertThat(counting.carried(TEAM, quarter.next(), closing)).isEmpty();
    }

    @Test
    void whatArrivesWhileAPeriodIsReopenedCountsInIt() {
        live(12);
        Quarter quarter = new Quarter(2026, 1);
        PeriodClosed closed = new PeriodClosed(
                PROVINCE,
                quarter,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 3, 31),
                LocalDate.of(2026, 4, 2),
                LateCounting.NEXT_PERIOD,
                320,
                "");
        PeriodSegments segments = segments(of(ReportingPeriods.NONE
                .after(closed)
                .after(new PeriodReopened(PROVINCE, quarter, 360, BEGIN.plusDays(199)))
                .after(new PeriodReopened(PROVINCE, quarter, 440, BEGIN.plusDays(500)))));
        QuarterDays days = new QuarterDays(quarter, closed.firstDay(), closed.lastDay());

        assertThat(segments.own(quarter, EVENTS))
                .containsExactly(
                        new Segment(days, 0, 320), new Segment(days, 360, 400), new Segment(days, 440, EVENTS));
        assertThat(segments.carried(quarter.next(), EVENTS))
                .containsExactly(new Segment(days, 320, 360), new Segment(days, 400, 440));
        assertThat(segments.late(quarter, EVENTS))
                .containsExactly(new Segment(days, 320, 360), new Segment(days, 400, 440));
    }

    @Test
    void aQuarterThatNobodyClosedCountsAsItDidBeforeThereWerePeriods() {
        live(13);
        PeriodFigures counting = periodFigures(of(ReportingPeriods.NONE));
        for (Quarter quarter : QUARTERS) {
            assertThat(counting.own(TEAM, quarter, EVENTS))
                    .isEqualTo(figures.derive(Indicators.VERSION, TEAM, quarter, QuarterCalendar.CALENDAR, EVENTS)
                            .figures());
            assertThat(counting.carried(TEAM, quarter, EVENTS)).isEmpty();
        }
    }
}
