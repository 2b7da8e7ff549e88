package vn.soto.query.team;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.unit.Boundaries;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.query.unit.Units;

/** Queries about the teams that worked in a unit, or below it, on some day of a quarter. */
@Component
public record TeamsOfQuarter(Teams teams, Units units) {

    /**
     * A unit's part of a quarter.
     *
     * @param units the unit, all units below it, and those whose contents count in it by the quarter's last day
     * @param teams names of the teams on the quarter's last day, or today in the present quarter, by id
     */
    public record Work(Set<String> units, Map<String, String> teams) {}

    /** Throws the problem of an absent unit, and of one that had ended before and leads to others. */
    public void checkThere(String unit, QuarterDays days, LocalDate today, long asOf) {
        LocalDate day = days.lastDay().isBefore(today) ? days.lastDay() : today;
        checkThere(
                units.find(unit, day, asOf).orElseThrow(() -> QueryProblemException.absent("unit", unit)),
                days,
                day,
                asOf);
    }

    private void checkThere(UnitOnDay unit, QuarterDays days, LocalDate day, long asOf) {
        if (unit.lastDayBy(day).isBefore(days.firstDay())) {
            units.lead(unit, day, asOf);
        }
    }

    /** Throws the problem of an absent unit. */
    public Work of(String unit, QuarterDays days, LocalDate today, long asOf) {
        if (units.find(unit, asOf).isEmpty()) {
            throw QueryProblemException.absent("unit", unit);
        }
        Set<String> within = new HashSet<>(units.within(unit, days.lastDay(), asOf));
        return new Work(within, working(within, days, today, asOf));
    }

    /**
     * The same on these days, in the units of the quarter or of today. Throws the problem of a unit that had ended before.
     */
    public Work of(String unit, QuarterDays days, Boundaries boundaries, LocalDate today, long asOf) {
        LocalDate last = days.lastDay().isBefore(today) ? days.lastDay() : today;
        LocalDate day = boundaries == Boundaries.AS_NOW ? today : last;
        UnitOnDay asked = units.find(unit, day, asOf).orElseThrow(() -> QueryProblemException.absent("unit", unit));
        checkThere(asked, days, day, asOf);
        Set<String> within = new HashSet<>(units.within(unit, day, asOf));
        return new Work(within, working(within, days, today, asOf));
    }

    /**
     * Names of the teams whose reports for the quarter concern a unit, by id. They are those that worked in it in the
     * quarter. If it is in force today, those whose area has come to lie in it count too, because a report goes to a
     * present unit.
     */
    public Map<String, String> reporting(UnitOnDay unit, QuarterDays days, LocalDate today, long asOf) {
        LocalDate last = days.lastDay();
        Set<String> within = new HashSet<>(units.within(unit.id(), last, asOf));
        if (unit.inForce() && today.isAfter(last)) {
            within.addAll(units.within(unit.id(), today, asOf));
        }
        return working(within, days, today, asOf);
    }

    private Map<String, String> working(Set<String> within, QuarterDays days, LocalDate today, long asOf) {
        LocalDate first = days.firstDay();
        LocalDate last = days.lastDay();
        LocalDate named = last.isBefore(today) ? last : today;
        Map<String, String> working = new LinkedHashMap<>();
        Set<String> covering = teams.everCovering(within, asOf);
        Map<String, TeamOnDay> onDay = teams.on(covering, named, asOf);
        teams.find(covering, asOf).forEach((team, card) -> {
            TeamOnDay then = onDay.get(team);
            if (then != null && worked(card, within, first, last)) {
                working.put(team, then.card().name());
            }
        });
        return working;
    }

    private static boolean worked(TeamCard card, Set<String> within, LocalDate first, LocalDate last) {
        if (card.dissolution() != null && card.dissolution().lastDay().isBefore(first)) {
            return false;
        }
        List<Area> areas = card.areas();
        return IntStream.range(0, areas.size()).anyMatch(index -> {
            boolean reachesIn =
                    index + 1 == areas.size() || areas.get(index + 1).from().isAfter(first);
            return reachesIn
                    && !areas.get(index).from().isAfter(last)
                    && areas.get(index).units().stream().anyMatch(unit -> within.contains(unit.value()));
        });
    }
}
