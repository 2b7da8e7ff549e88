package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.query.activity.Dashboard.Bucket;
import vn.soto.query.activity.Dashboard.Figures;
import vn.soto.query.activity.Dashboard.Line;
import vn.soto.query.period.UnitPeriods.UnitQuarter;
import vn.soto.query.team.TeamsByUnit;
import vn.soto.query.unit.Boundaries;
import vn.soto.query.unit.Undecided;
import vn.soto.query.unit.UnitLine;
import vn.soto.query.unit.UnitRollUp;
import vn.soto.query.unit.UnitRollUps;
import vn.soto.query.unit.UnitRollUps.RollUpsOfUnit;

/** Makes dashboards: rolls residential units up into the units of that time or of today. */
@Component
final class Dashboards {

    private final UnitRollUps territories;
    private final Activities activities;
    private final DividedActivities divided;
    private final HouseholdPlaces households;
    private final TeamsByUnit teams;
    private final Staffing.Known staff;

    Dashboards(
            UnitRollUps territories,
            Activities activities,
            DividedActivities divided,
            HouseholdPlaces households,
            TeamsByUnit teams) {
        this.territories = territories;
        this.activities = activities;
        this.divided = divided;
        this.households = households;
        this.teams = teams;
        this.staff = new Staffing.Known(teams);
    }

    Optional<Dashboard> find(String unit, UnitQuarter quarter, Boundaries boundaries, long asOf, LocalDate today) {
        return sight(unit, quarter, boundaries, asOf, today).map(Sight::dashboard);
    }

    /** A dashboard and the units whose figures it shows. */
    record Sight(Dashboard dashboard, UnitRollUp territory, QuarterDays days) {}

    /** The teams that worked in its residential units on the day whose teams it counts. */
    Set<String> teams(Sight sight, long asOf) {
        return covering(sight.territory, asOf, sight.dashboard.staffOn()).values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    Optional<Sight> sight(String unit, UnitQuarter quarter, Boundaries boundaries, long asOf, LocalDate today) {
        LocalDate staffOn = staffOn(quarter, today);
        RollUpsOfUnit rollUps = territories.of(unit, asOf);
        return rollUps.find(boundaries, staffOn, today)
                .map(territory ->
                        new Sight(dashboard(territory, rollUps, quarter, asOf, staffOn), territory, quarter.days()));
    }

    /** The total of a dashboard, with the day whose teams it counts. */
    record Total(LocalDate staffOn, Figures figures) {}

    /** The totals of a unit by quarter. */
    Function<UnitQuarter, Optional<Total>> totals(String unit, Boundaries boundaries, long asOf, LocalDate today) {
        RollUpsOfUnit rollUps = territories.of(unit, asOf);
        return quarter -> {
            LocalDate staffOn = staffOn(quarter, today);
            return rollUps.find(boundaries, staffOn, today)
                    .map(territory -> new Total(
                            staffOn,
                            figures(territory, rollUps, asOf, staffOn)
                                    .total(sums(territory, activities.on(quarter.days(), asOf), asOf)
                                            .total())));
        };
    }

    private static LocalDate staffOn(UnitQuarter quarter, LocalDate today) {
        return today.isBefore(quarter.lastDay()) ? today : quarter.lastDay();
    }

    private Map<String, Set<String>> covering(UnitRollUp territory, long asOf, LocalDate day) {
        return teams.working(territories.of(territory.unit().id(), asOf).covering(territory, day), asOf, day);
    }

    /** The quarter of what lay in a unit on a day, in the units of that day. */
    Optional<Dashboard> findOn(String unit, UnitQuarter quarter, LocalDate day, long asOf) {
        RollUpsOfUnit rollUps = territories.of(unit, asOf);
        return rollUps.find(Boundaries.AS_WAS, day, day)
                .map(territory -> dashboard(territory, rollUps, quarter, asOf, day));
    }

    private Dashboard dashboard(
            UnitRollUp territory, RollUpsOfUnit rollUps, UnitQuarter quarter, long asOf, LocalDate staffOn) {
        TerritoryFigures figures = figures(territory, rollUps, asOf, staffOn);
        TerritorySums sums = sums(territory, activities.on(quarter.days(), asOf), asOf);
        Figures total = figures.total(sums.total());
        Bucket undecided = bucket(territory, figures.undecided(sums.undecided()));
        return new Dashboard(
                UnitLine.of(territory.unit()),
                quarter.quarter().toString(),
                quarter.calendar(),
                quarter.firstDay(),
                quarter.lastDay(),
                quarter.chosen().text(),
                quarter.other(),
                staffOn,
                territory.boundaries().text(),
                territory.day(),
                total,
                lines(territory, sums, figures, undecided),
                undecided,
                UnitFigures.occurring(total),
                UnitFigures.COUNTED_ONCE,
                null,
                null,
                null);
    }

    /** The figures of a day in a territory. */
    TerritoryFigures figures(UnitRollUp territory, long asOf, LocalDate day) {
        return figures(territory, territories.of(territory.unit().id(), asOf), asOf, day);
    }

    private TerritoryFigures figures(UnitRollUp territory, RollUpsOfUnit rollUps, long asOf, LocalDate day) {
        return new TerritoryFigures(
                territory,
                staff.of(rollUps.covering(territory, day), day, asOf),
                households.counts(territory, day, asOf));
    }

    private TerritorySums sums(UnitRollUp territory, QuarterHelp help, long asOf) {
        TerritorySums sums = new TerritorySums(territory);
        Map<String, ActivitySum> whole = sums.byUnit();
        Map<String, Map<String, ActivitySum>> placed = divided.add(sums, territory, help, asOf);
        whole.keySet().removeAll(territory.divided());
        help.add(whole);
        Set<String> units = new HashSet<>(whole.keySet());
        units.addAll(placed.keySet());
        DistinctHelp.apply(
                sums,
                units,
                (unit, household) -> placed.containsKey(unit)
                        ? Objects.requireNonNull(placed.get(unit)).get(household)
                        : whole.get(unit),
                help);
        return sums;
    }

    private static List<Line> lines(
            UnitRollUp territory, TerritorySums sums, TerritoryFigures figures, @Nullable Bucket undecided) {
        List<Line> parts = territory.parts().stream()
                .map(part -> Map.entry(part.unit(), figures.of(part, sums.of(part))))
                .filter(part -> part.getKey().inForce() || part.getValue().counts())
                .map(part -> new Line(UnitLine.of(part.getKey()), part.getValue()))
                .toList();
        Line itself = new Line(UnitLine.of(territory.unit()), figures.itself(sums.itself()));
        boolean divided = !parts.isEmpty()
                || undecided != null
                || !territory.unit().kind().residential();
        return divided && itself.figures().counts()
                ? Stream.concat(parts.stream(), Stream.of(itself)).toList()
                : parts;
    }

    private static @Nullable Bucket bucket(UnitRollUp territory, Figures figures) {
        List<String> residential = territory.undecided().stream()
                .filter(unit -> !territory.communes().contains(unit))
                .toList();
        boolean none = territory.boundaries() == Boundaries.AS_WAS
                || territory.unit().kind().residential();
        return none && residential.isEmpty() && !figures.counts()
                ? null
                : new Bucket(Undecided.LABEL, residential.size(), figures);
    }
}
