package vn.soto.contracts.period;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import vn.soto.contracts.period.PeriodEvent.CalendarAdopted;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;

/**
 * A residential unit that passes between communes on random days, below a province; each of them decides of periods as it likes.
 *
 * @param moves   commune in which it lies from a day on
 * @param decided by each unit
 */
public record MovingArea(TreeMap<LocalDate, UnitId> moves, Map<UnitId, ReportingPeriods> decided)
        implements ApplicablePeriods.Units {

    private static final UnitId RESIDENTIAL = new UnitId("r1");
    private static final UnitId PROVINCE = new UnitId("p");
    private static final List<UnitId> COMMUNES = List.of(new UnitId("c1"), new UnitId("c2"), new UnitId("c3"));

    /** @param decides decisions of a unit */
    public static MovingArea random(
            LocalDate from, Random random, BiFunction<UnitId, Random, ReportingPeriods> decides) {
        TreeMap<LocalDate, UnitId> moves = new TreeMap<>(Comparator.naturalOrder());
        LocalDate day = LocalDate.of(2000, 1, 1);
        for (int move = 0; move < 8; move++) {
            moves.put(day, COMMUNES.get(random.nextInt(COMMUNES.size())));
            day = move == 0 ? from : day.plusDays(1 + random.nextInt(150));
        }
        Map<UnitId, ReportingPeriods> decided = new TreeMap<>();
        Stream.concat(Stream.of(PROVINCE), COMMUNES.stream())
                .filter(unit -> random.nextInt(4) > 0)
                .forEach(unit -> decided.put(unit, decides.apply(unit, random)));
        return new MovingArea(moves, decided);
    }

    /** Calendars that a unit adopts one after another. */
    static ReportingPeriods calendars(UnitId unit, Random random) {
        ReportingPeriods periods = ReportingPeriods.NONE;
        Quarter from = new Quarter(2025, 1);
        for (int version = 1; version <= 3; version++) {
            from = from.through(new Quarter(2029, 4))
                    .skip(1 + random.nextInt(3))
                    .findFirst()
                    .orElseThrow();
            periods = periods.after(new CalendarAdopted(
                    unit,
                    version,
                    random.nextBoolean() ? QuarterCalendar.CALENDAR : QuarterCalendar.ADMINISTRATIVE,
                    2,
                    LateCounting.AMENDMENT,
                    new Instrument("1/QĐ", LocalDate.of(2025, 1, 1)),
                    from));
        }
        return periods;
    }

    public ApplicablePeriods periods(QuarterCalendar initial) {
        return ApplicablePeriods.in(day -> List.of(RESIDENTIAL), this, initial);
    }

    /** The calendar for a quarter of what lies there on a day, found without {@link ApplicablePeriods}. */
    QuarterCalendar calendarOn(LocalDate day, Quarter quarter, QuarterCalendar initial) {
        return Stream.of(moves.floorEntry(day).getValue(), PROVINCE)
                .flatMap(unit -> decided(unit).calendars().reversed().stream()
                        .filter(adopted -> adopted.from().compareTo(quarter) <= 0)
                        .limit(1))
                .findFirst()
                .map(CalendarAdopted::calendar)
                .orElse(initial);
    }

    @Override
    public UnitLineage lineage(LocalDate day) {
        return new UnitLineage(unit -> UnitLineage.Links.NONE);
    }

    @Override
    public Optional<UnitId> parent(UnitId unit, LocalDate day) {
        return unit.equals(PROVINCE)
                ? Optional.empty()
                : Optional.of(unit.equals(RESIDENTIAL) ? moves.floorEntry(day).getValue() : PROVINCE);
    }

    @Override
    public ReportingPeriods decided(UnitId unit) {
        return decided.getOrDefault(unit, ReportingPeriods.NONE);
    }
}
