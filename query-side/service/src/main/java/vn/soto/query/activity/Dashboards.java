package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.Collection;
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
import vn.soto.query.activity.Dashboard.Staff;
import vn.soto.query.team.TeamCard;
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
    private final TeamsByUnit teams;
    private final Teams cards;
    private final QuarterCalendar calendar;

    Dashboards(
            UnitRollUps territories,
            Activities activities,
            DividedActivities divided,
            TeamsByUnit teams,
            Teams cards,
            QuarterCalendar calendar) {
        this.territories = territories;
        this.activities = activities;
        this.divided = divided;
        this.teams = teams;
        this.cards = cards;
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
        List<String> units = territory.all();
        Map<String, ActivitySum> sums = activities.sums(units, quarter, asOf);
        UnitRollUp divided = this.divided.place(territory, quarter, asOf, sums);
        Map<String, Set<String>> covering = teams.working(territory.unit().id(), units, asOf, staffOn);
        Facts facts = new Facts(sums, covering, cards.find(teamsOf(covering, units), asOf), staffOn);
        return new Dashboard(
                UnitLine.of(territory.unit()),
                quarter.toString(),
                calendar,
                calendar.firstDay(quarter),
                calendar.lastDay(quarter),
                staffOn,
                territory.boundaries().text(),
                territory.day(),
                facts.of(divided.all()),
                lines(divided, facts, calendar.firstDay(quarter)),
                bucket(territory, divided, facts));
    }

    private static List<Line> lines(UnitRollUp territory, Facts facts, LocalDate firstDay) {
        return territory.parts().stream()
                .filter(part -> part.unit().wasThereSince(firstDay)
                        || facts.activity(part.within()).assistances() != 0)
                .map(part -> new Line(UnitLine.of(part.unit()), facts.of(part.within())))
                .toList();
    }

    private static @Nullable Bucket bucket(UnitRollUp territory, UnitRollUp divided, Facts facts) {
        return territory.boundaries() == Boundaries.AS_WAS
                ? null
                : new Bucket(Undecided.LABEL, territory.undecided().size(), facts.of(divided.undecided()));
    }

    private static Set<String> teamsOf(Map<String, Set<String>> covering, Collection<String> within) {
        return within.stream()
                .flatMap(unit -> covering.getOrDefault(unit, Set.of()).stream())
                .collect(Collectors.toSet());
    }

    /** The data of all units of one dashboard. */
    private record Facts(
            Map<String, ActivitySum> sums,
            Map<String, Set<String>> covering,
            Map<String, TeamCard> cards,
            LocalDate day) {

        ActivitySum activity(Collection<String> within) {
            ActivitySum sum = new ActivitySum();
            within.stream().map(sums::get).filter(Objects::nonNull).forEach(sum::add);
            return sum;
        }

        Figures of(Collection<String> within) {
            List<TeamCard> active = teamsOf(covering, within).stream()
                    .map(cards::get)
                    .filter(Objects::nonNull)
                    .filter(card -> card.existedOn(day))
                    .toList();
            return new Figures(
                    activity(within).totals().complete(),
                    new Staff(
                            active.size(),
                            active.stream()
                                    .mapToLong(card -> card.membersOn(day))
                                    .sum(),
                            active.stream()
                                    .filter(card -> card.understaffedOn(day))
                                    .count(),
                            active.stream()
                                    .filter(card -> card.leaderlessOn(day))
                                    .count()));
        }
    }
}
