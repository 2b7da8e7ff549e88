package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.query.activity.Dashboard.Bucket;
import vn.soto.query.activity.Dashboard.Figures;
import vn.soto.query.activity.Dashboard.Line;
import vn.soto.query.household.Registrations;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.team.Teams;
import vn.soto.query.team.TeamsByUnit;
import vn.soto.query.unit.Boundaries;
import vn.soto.query.unit.Undecided;
import vn.soto.query.unit.UnitLine;
import vn.soto.query.unit.UnitRollUp;
import vn.soto.query.unit.UnitRollUps;

/** Makes dashboards: rolls residential units up into the units of that time or of today. */
@Component
final class Dashboards {

    private final UnitRollUps territories;
    private final Activities activities;
    private final DividedActivities divided;
    private final DistinctHelp distinct;
    private final HelpBetweenDays between;
    private final Registrations registrations;
    private final TeamsByUnit teams;
    private final Teams cards;
    private final QuarterCalendar calendar;

    Dashboards(
            UnitRollUps territories,
            Activities activities,
            DividedActivities divided,
            DistinctHelp distinct,
            HelpBetweenDays between,
            Registrations registrations,
            TeamsByUnit teams,
            Teams cards,
            QuarterCalendar calendar) {
        this.territories = territories;
        this.activities = activities;
        this.divided = divided;
        this.distinct = distinct;
        this.between = between;
        this.registrations = registrations;
        this.teams = teams;
        this.cards = cards;
        this.calendar = calendar;
    }

    Optional<Dashboard> find(String unit, Quarter quarter, Boundaries boundaries, long asOf, LocalDate today) {
        return sight(unit, quarter, boundaries, asOf, today).map(Sight::dashboard);
    }

    /** A dashboard and the units whose figures it shows. */
    record Sight(Dashboard dashboard, UnitRollUp territory) {}

    /** The teams that worked in its residential units on the day whose teams it counts. */
    Set<String> teams(Sight sight, long asOf) {
        return covering(sight.territory, asOf, sight.dashboard.staffOn()).values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    Optional<Sight> sight(String unit, Quarter quarter, Boundaries boundaries, long asOf, LocalDate today) {
        LocalDate lastDay = calendar.lastDay(quarter);
        LocalDate staffOn = today.isBefore(lastDay) ? today : lastDay;
        return territories
                .find(unit, boundaries, staffOn, today, asOf)
                .map(territory -> new Sight(dashboard(territory, quarter, asOf, staffOn), territory));
    }

    private Map<String, Set<String>> covering(UnitRollUp territory, long asOf, LocalDate day) {
        return teams.working(territory.unit().id(), territory.all(), asOf, day);
    }

    /** The quarter of what lay in a unit on a day, in the units of that day. */
    Optional<Dashboard> findOn(String unit, Quarter quarter, LocalDate day, long asOf) {
        return territories
                .find(unit, Boundaries.AS_WAS, day, day, asOf)
                .map(territory -> dashboard(territory, quarter, asOf, day));
    }

    private Dashboard dashboard(UnitRollUp territory, Quarter quarter, long asOf, LocalDate staffOn) {
        List<String> units = territory.all();
        TerritoryFigures figures = figures(territory, asOf, staffOn);
        TerritorySums sums = sums(territory, quarter, asOf);
        Figures total = figures.with(sums.total(), units);
        return new Dashboard(
                UnitLine.of(territory.unit()),
                quarter.toString(),
                calendar,
                calendar.firstDay(quarter),
                calendar.lastDay(quarter),
                staffOn,
                territory.boundaries().text(),
                territory.day(),
                total,
                lines(territory, sums, figures, calendar.firstDay(quarter)),
                bucket(territory, sums.undecided(), figures),
                UnitFigures.occurring(total),
                null,
                null);
    }

    /** What stands on a day in a territory. */
    TerritoryFigures figures(UnitRollUp territory, long asOf, LocalDate day) {
        Map<String, Set<String>> covering = covering(territory, asOf, day);
        Set<String> working = covering.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        return new TerritoryFigures(
                new Staffing(covering, cards.find(working, asOf), day), registrations.of(territory.all(), day, asOf));
    }

    /**
     * The figures of some days.
     *
     * @param undated see {@link HelpBetweenDays.Help}
     */
    record Days(Dashboard.Figures figures, long undated) {}

    /** Help in the places that made up a unit on a day, between two days of any quarters. */
    Days between(String unit, LocalDate first, LocalDate last, LocalDate on, long asOf) {
        return territories
                .find(unit, Boundaries.AS_WAS, on, on, asOf)
                .map(territory -> {
                    HelpBetweenDays.Help help = between.of(territory.all(), first, last, asOf);
                    return new Days(figures(territory, asOf, on).with(help.sum(), territory.all()), help.undated());
                })
                .orElseThrow(() -> QueryProblemException.absent("unit", unit));
    }

    private TerritorySums sums(UnitRollUp territory, Quarter quarter, long asOf) {
        TerritorySums sums = new TerritorySums(territory);
        Map<String, ActivitySum> whole = sums.byUnit();
        Map<String, Map<String, ActivitySum>> placed = divided.add(sums, whole, territory, quarter, asOf);
        whole.keySet().removeAll(territory.divided());
        activities.add(whole, quarter, asOf);
        Set<String> units = new HashSet<>(whole.keySet());
        units.addAll(placed.keySet());
        distinct.apply(
                sums,
                units,
                (unit, household) -> placed.containsKey(unit)
                        ? Objects.requireNonNull(placed.get(unit)).get(household)
                        : whole.get(unit),
                quarter,
                asOf);
        return sums;
    }

    private static List<Line> lines(
            UnitRollUp territory, TerritorySums sums, TerritoryFigures figures, LocalDate firstDay) {
        return territory.parts().stream()
                .filter(part ->
                        part.unit().wasThereSince(firstDay) || sums.of(part).assistances() != 0)
                .map(part -> new Line(UnitLine.of(part.unit()), figures.with(sums.of(part), part.within())))
                .toList();
    }

    private static @Nullable Bucket bucket(UnitRollUp territory, ActivitySum sum, TerritoryFigures figures) {
        List<String> undecided = territory.undecided();
        return territory.boundaries() == Boundaries.AS_WAS
                ? null
                : new Bucket(Undecided.LABEL, undecided.size(), figures.with(sum, undecided));
    }
}
