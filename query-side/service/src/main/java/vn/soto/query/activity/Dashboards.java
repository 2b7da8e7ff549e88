package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import vn.soto.query.activity.Dashboard.Staff;
import vn.soto.query.team.Teams;
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
    private final Teams teams;
    private final QuarterCalendar calendar;

    Dashboards(UnitRollUps territories, Activities activities, Teams teams, QuarterCalendar calendar) {
        this.territories = territories;
        this.activities = activities;
        this.teams = teams;
        this.calendar = calendar;
    }

    Optional<Dashboard> find(String unit, Quarter quarter, Boundaries boundaries, long asOf, LocalDate today) {
        LocalDate lastDay = calendar.lastDay(quarter);
        LocalDate staffOn = today.isBefore(lastDay) ? today : lastDay;
        return territories
                .find(unit, boundaries, staffOn, today, asOf)
                .map(territory -> dashboard(territory, quarter, asOf, staffOn));
    }

    private Dashboard dashboard(UnitRollUp territory, Quarter quarter, long asOf, LocalDate staffOn) {
        List<String> all = territory.all();
        Map<String, Set<String>> covering = teams.covering(all, asOf, staffOn);
        Set<String> covered = covering.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        Staffing staffing = new Staffing(covering, teams.find(covered, asOf), staffOn);
        TerritorySums sums = TerritorySums.of(territory);
        activities.add(sums.byUnit(territory), quarter, asOf);
        return new Dashboard(
                UnitLine.of(territory.unit()),
                quarter.toString(),
                calendar,
                calendar.firstDay(quarter),
                calendar.lastDay(quarter),
                staffOn,
                territory.boundaries().text(),
                territory.day(),
                figures(sums.total(), staffing.of(all)),
                lines(territory, sums.parts(), staffing, calendar.firstDay(quarter)),
                bucket(territory, sums.undecided(), staffing));
    }

    private static Figures figures(ActivitySum sum, Staff staff) {
        return new Figures(sum.totals().complete(), staff);
    }

    private static List<Line> lines(
            UnitRollUp territory, List<ActivitySum> sums, Staffing staffing, LocalDate firstDay) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < sums.size(); i++) {
            UnitRollUp.Part part = territory.parts().get(i);
            if (part.unit().wasThereSince(firstDay) || sums.get(i).assistances() != 0) {
                lines.add(new Line(UnitLine.of(part.unit()), figures(sums.get(i), staffing.of(part.within()))));
            }
        }
        return lines;
    }

    private static @Nullable Bucket bucket(UnitRollUp territory, ActivitySum sum, Staffing staffing) {
        List<String> undecided = territory.undecided();
        return territory.boundaries() == Boundaries.AS_WAS
                ? null
                : new Bucket(Undecided.LABEL, undecided.size(), figures(sum, staffing.of(undecided)));
    }
}
