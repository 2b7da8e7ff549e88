package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.goal.TargetStage;
import vn.soto.contracts.period.DaysOfQuarter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.activity.Dashboard.Figures;
import vn.soto.query.activity.TargetsView.FormerUnit;
import vn.soto.query.activity.TargetsView.TargetLine;
import vn.soto.query.activity.TargetsView.UnitTargetLines;
import vn.soto.query.goal.StatedTarget;
import vn.soto.query.goal.UnitGoals;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.period.UnitPeriods;
import vn.soto.query.period.UnitPeriods.UnitQuarter;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.unit.Boundaries;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.query.unit.Units;
import vn.soto.query.unit.Units.TakenOver;
import vn.soto.web.EndpointRight;

/** Answers how far a unit is with its targets. */
@RestController
record UnitTargetsQuestions(
        Dashboards dashboards, UnitGoals targets, Units units, TeamFiguresOfUnits ofTeams, UnitPeriods periods) {

    /** A question about a unit's quarter as of a commit. */
    private record TargetQuery(
            String unit, UnitQuarter days, Boundaries boundaries, long asOf, LocalDate today, Locale language) {

        Quarter quarter() {
            return days.quarter();
        }
    }

    /**
     * Without {@code quarter}, the current quarter; without {@code boundaries}, in the units of the quarter. Targets are set for the
     * reporting period: with {@code days=calendar} the figures are those of the calendar quarter, without what teams report.
     */
    @Query(at = "/api/units/{unit}/targets", right = EndpointRight.FIGURES, of = "unit", part = true)
    TargetsView targets(
            Asked asked,
            @PathVariable String unit,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<Boundaries> boundaries,
            @RequestParam Optional<DaysOfQuarter> days) {
        long asOf = asked.asOf();
        Locale language = asked.language();
        LocalDate day = asked.today();
        String above = units.find(unit, day, asOf).map(UnitOnDay::parent).orElse(null);
        asked.refusedNow(new TargetStage(above).refusals());
        return answer(new TargetQuery(
                unit,
                periods.of(unit, quarter, days, day, asOf),
                boundaries.orElse(Boundaries.AS_WAS),
                asOf,
                day,
                language));
    }

    private TargetsView answer(TargetQuery asked) {
        Dashboard dashboard = dashboard(asked).orElseThrow(() -> QueryProblemException.absent("unit", asked.unit));
        List<TargetLine> own = lines(asked.unit, dashboard, asked);
        List<UnitTargetLines> below = below(dashboard, asked);
        if (own.isEmpty() && below.isEmpty()) {
            leadOn(asked);
        }
        return new TargetsView(
                dashboard.unit(),
                dashboard.quarter(),
                dashboard.firstDay(),
                dashboard.lastDay(),
                dashboard.days(),
                dashboard.otherDays(),
                dashboard.boundaries(),
                dashboard.boundariesOn(),
                dashboard.staffOn(),
                TargetsView.met(own),
                own,
                below,
                former(asked));
    }

    /** Throws the problem of a unit that ended before the quarter: nobody sets targets for it any more. */
    private void leadOn(TargetQuery asked) {
        units.find(asked.unit, asked.today, asked.asOf)
                .filter(unit -> unit.lastDayBy(asked.today).isBefore(asked.days.firstDay()))
                .ifPresent(unit -> units.lead(unit, asked.today, asked.asOf));
    }

    /** As-was a unit that ended within the quarter is shown as of its last day, so that its target stays with it. */
    private Optional<Dashboard> dashboard(TargetQuery asked) {
        LocalDate lastDay = asked.days.lastDay();
        LocalDate day = asked.today.isBefore(lastDay) ? asked.today : lastDay;
        LocalDate there = units.find(asked.unit, day, asked.asOf)
                .map(unit -> unit.lastDayBy(day))
                .orElse(day);
        return asked.boundaries == Boundaries.AS_WAS && !there.isBefore(asked.days.firstDay())
                ? dashboards.findOn(asked.unit, asked.days, there, asked.asOf)
                : dashboards.find(asked.unit, asked.days, asked.boundaries, asked.asOf, asked.today);
    }

    private List<UnitTargetLines> below(Dashboard dashboard, TargetQuery asked) {
        Map<String, List<StatedTarget>> stated = targets.of(
                dashboard.children().stream()
                        .map(child -> child.unit().unit())
                        .map(UnitId::value)
                        .toList(),
                asked.days.days(),
                asked.asOf,
                asked.language);
        return dashboard.children().stream()
                .filter(child -> stated.containsKey(child.unit().unit().value()))
                .map(child -> new UnitTargetLines(
                        child.unit(),
                        lines(
                                child.unit().unit().value(),
                                stated.getOrDefault(child.unit().unit().value(), List.of()),
                                child.figures(),
                                dashboard.boundariesOn(),
                                asked)))
                .toList();
    }

    private List<FormerUnit> former(TargetQuery asked) {
        return units.takenOver(asked.unit, asked.today, asked.asOf).stream()
                .flatMap(taken -> former(taken, asked))
                .toList();
    }

    private Stream<FormerUnit> former(TakenOver taken, TargetQuery asked) {
        if (targets.goals(taken.unit(), asked.quarter(), asked.asOf).isEmpty()) {
            return Stream.empty();
        }
        LocalDate lastDay = asked.days.lastDay();
        LocalDate day = taken.lastDay().isBefore(lastDay) ? taken.lastDay() : lastDay;
        return dashboards.findOn(taken.unit(), asked.days, day, asked.asOf).stream()
                .map(then -> new FormerUnit(
                        then.unit(), taken.lastDay(), taken.whole(), lines(taken.unit(), then, asked), day, day));
    }

    private List<TargetLine> lines(String unit, Dashboard dashboard, TargetQuery asked) {
        return lines(
                unit,
                targets.of(List.of(unit), asked.days.days(), asked.asOf, asked.language)
                        .getOrDefault(unit, List.of()),
                dashboard.total(),
                dashboard.boundariesOn(),
                asked);
    }

    private List<TargetLine> lines(
            String unit, List<StatedTarget> stated, Figures figures, LocalDate on, TargetQuery asked) {
        Map<String, Long> together = asked.days.isOfReports()
                ? ofTeams.of(
                        unit, stated.stream().map(StatedTarget::indicator).toList(), asked.days.days(), on, asked.asOf)
                : Map.of();
        return stated.stream()
                .map(target -> new TargetLine(
                        GoalProgress.of(target.indicator(), target.goal(), figures, together, asked.language),
                        target.instrument(),
                        target.signedOn(),
                        target.history()))
                .toList();
    }
}
