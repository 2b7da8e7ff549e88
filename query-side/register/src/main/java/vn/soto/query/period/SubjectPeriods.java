package vn.soto.query.period;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.period.DaysOfQuarter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.query.link.SubjectQuarters;
import vn.soto.query.period.UnitPeriods.UnitQuarter;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.KnownSubjects;
import vn.soto.query.subject.Locations;
import vn.soto.query.team.TeamCard;
import vn.soto.query.team.Teams;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.query.unit.Units;

/**
 * The days of quarters for the subject of an answer: those of the authority at its place on a day. A team takes those
 * of the units that it covers, a member those of its teams. A subject without a place has those of the topmost unit.
 */
@Component
public record SubjectPeriods(KnownSubjects subjects, Teams teams, Units units, UnitPeriods periods)
        implements SubjectQuarters {

    /**
     * The quarter asked for, or that of a day.
     *
     * @param id empty for what lies nowhere
     */
    public UnitQuarter of(
            IdKind kind, String id, Optional<Quarter> asked, Optional<DaysOfQuarter> choice, LocalDate day, long asOf) {
        return periods.of(area(kind, id, day, asOf), asked, choice, day, asOf);
    }

    /** The quarter of the reports to which a day belongs. */
    public Quarter quarterOf(IdKind kind, String id, LocalDate day, long asOf) {
        return periods.applying(area(kind, id, day, asOf), asOf).quarterOf(day);
    }

    /** The quarter of the chosen days to which a day belongs. */
    @Override
    public Quarter quarterOf(IdKind kind, String id, DaysOfQuarter chosen, LocalDate day, long asOf) {
        return chosen == DaysOfQuarter.CALENDAR
                ? QuarterCalendar.CALENDAR.nearest(day)
                : quarterOf(kind, id, day, asOf);
    }

    /** The last day of a quarter, without its first. */
    @Override
    public LocalDate lastDay(IdKind kind, String id, Quarter quarter, DaysOfQuarter chosen, LocalDate day, long asOf) {
        return chosen == DaysOfQuarter.CALENDAR
                ? QuarterCalendar.CALENDAR.lastDay(quarter)
                : periods.applying(area(kind, id, day, asOf), asOf).lastDay(quarter);
    }

    /** The units in which it lies on any day; on a day without a place those of {@code day}. */
    private Function<LocalDate, List<String>> area(IdKind kind, String id, LocalDate day, long asOf) {
        if (kind == IdKind.UNIT && !id.isEmpty()) {
            return on -> List.of(id);
        }
        Function<LocalDate, List<String>> there =
                kind == IdKind.TEAM ? area(teams.find(List.of(id), asOf)) : on -> units(kind, id, on, asOf);
        return on -> Stream.of(on, day)
                .map(there)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseGet(() -> units.top(on, asOf).stream().map(UnitOnDay::id).toList());
    }

    private List<String> units(IdKind kind, String id, LocalDate on, long asOf) {
        Locations places = subjects.places(kind, List.of(id), on, asOf).getOrDefault(id, List.of()).stream()
                .findFirst()
                .orElse(Locations.NONE);
        return places.units().isEmpty()
                ? area(teams.find(places.teams(), asOf)).apply(on)
                : List.copyOf(places.units());
    }

    private static Function<LocalDate, List<String>> area(Map<String, TeamCard> cards) {
        return on -> cards.values().stream()
                .flatMap(card -> card.areaOn(on).stream())
                .toList();
    }
}
