package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.query.activity.Dashboard.Figures;
import vn.soto.query.activity.Dashboard.Line;
import vn.soto.query.activity.Dashboard.Staff;
import vn.soto.query.team.TeamCard;
import vn.soto.query.team.Teams;
import vn.soto.query.unit.Unit;
import vn.soto.query.unit.UnitLine;
import vn.soto.query.unit.Units;

/** Rolls residential units up over the tree of that time. */
@Component
final class Dashboards {

    private final Units units;
    private final Activities activities;
    private final Teams teams;
    private final QuarterCalendar calendar;

    Dashboards(Units units, Activities activities, Teams teams, QuarterCalendar calendar) {
        this.units = units;
        this.activities = activities;
        this.teams = teams;
        this.calendar = calendar;
    }

    Optional<Dashboard> find(String unit, Quarter quarter, long asOf, LocalDate today) {
        return units.find(unit, asOf).map(found -> dashboard(found, quarter, asOf, today));
    }

    private Dashboard dashboard(Unit unit, Quarter quarter, long asOf, LocalDate today) {
        LocalDate lastDay = calendar.lastDay(quarter);
        LocalDate staffOn = today.isBefore(lastDay) ? today : lastDay;
        List<Unit> children = units.children(unit.id(), asOf);
        Map<String, List<String>> below =
                units.below(children.stream().map(Unit::id).toList(), asOf);
        List<String> all = Stream.concat(
                        Stream.of(unit.id()), below.values().stream().flatMap(Collection::stream))
                .toList();
        Map<String, Set<String>> covering = teams.covering(all, asOf, staffOn);
        Facts facts = new Facts(
                activities.totals(all, quarter, asOf), covering, teams.find(teamsOf(covering, all), asOf), staffOn);
        return new Dashboard(
                UnitLine.of(unit),
                quarter.toString(),
                calendar,
                calendar.firstDay(quarter),
                lastDay,
                staffOn,
                facts.of(all),
                children.stream()
                        .map(child -> new Line(UnitLine.of(child), facts.of(below.getOrDefault(child.id(), List.of()))))
                        .toList());
    }

    private static Set<String> teamsOf(Map<String, Set<String>> covering, Collection<String> within) {
        return within.stream()
                .flatMap(unit -> covering.getOrDefault(unit, Set.of()).stream())
                .collect(Collectors.toSet());
    }

    /** What is known of all units asked about. */
    private record Facts(
            Map<String, Totals> totals, Map<String, Set<String>> covering, Map<String, TeamCard> cards, LocalDate day) {

        Figures of(Collection<String> within) {
            Totals sum = within.stream()
                    .map(unit -> totals.getOrDefault(unit, Totals.NONE))
                    .reduce(Totals.NONE, Totals::plus);
            List<TeamCard> active = teamsOf(covering, within).stream()
                    .map(cards::get)
                    .filter(Objects::nonNull)
                    .filter(card -> card.existedOn(day))
                    .toList();
            return new Figures(
                    sum.complete(),
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
