package vn.soto.query.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.Today;
import vn.soto.query.link.IdKind;
import vn.soto.query.period.UnitPeriods;
import vn.soto.query.reading.Reader;
import vn.soto.query.team.TeamsOfQuarter;
import vn.soto.query.training.Training.Trained;
import vn.soto.query.unit.Boundaries;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** Answers at which training sessions the members of a unit's teams were in a quarter. */
@RestController
final class UnitTrainingsEndpoint {

    private final QueryExecutor queries;
    private final TeamTrainings trainings;
    private final TeamsOfQuarter teams;
    private final UnitPeriods periods;
    private final Today today;

    UnitTrainingsEndpoint(
            QueryExecutor queries, TeamTrainings trainings, TeamsOfQuarter teams, UnitPeriods periods, Today today) {
        this.queries = queries;
        this.trainings = trainings;
        this.teams = teams;
        this.periods = periods;
        this.today = today;
    }

    /**
     * @param trained   number of members who attended at least one of them
     * @param trainings sessions by day, each with those members of the unit's teams who attended
     */
    record UnitTrainings(
            String unit,
            String quarter,
            LocalDate firstDay,
            LocalDate lastDay,
            String boundaries,
            long trained,
            List<TrainingView> trainings) {

        static UnitTrainings of(String unit, QuarterDays days, Boundaries boundaries, List<TrainingView> trainings) {
            long trained = trainings.stream()
                    .filter(TrainingView::isHeld)
                    .flatMap(training -> training.attendees().stream())
                    .map(Trained::member)
                    .distinct()
                    .count();
            return new UnitTrainings(
                    unit,
                    days.quarter().toString(),
                    days.firstDay(),
                    days.lastDay(),
                    boundaries.text(),
                    trained,
                    trainings);
        }
    }

    /** Without {@code quarter}, the current quarter; without {@code boundaries}, of the teams in the units of the quarter. */
    @Requires(value = EndpointRight.RECORDS, of = "unit", part = true)
    @GetMapping("/api/units/{unit}/trainings")
    Mono<QueryAnswer<UnitTrainings>> trainings(
            QueryContext context,
            @PathVariable String unit,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<Boundaries> boundaries) {
        Boundaries chosen = boundaries.orElse(Boundaries.AS_WAS);
        return queries.answer(context, asOf -> {
            LocalDate day = today.of(context, asOf);
            QuarterDays asked =
                    periods.of(unit, quarter, Optional.empty(), day, asOf).days();
            List<TrainingView> found = trainings
                    .of(
                            Reader.current()
                                    .rows(
                                            EndpointRight.RECORDS,
                                            unit,
                                            IdKind.TEAM,
                                            teams.of(unit, asked, chosen, day, asOf)
                                                    .teams()
                                                    .keySet()),
                            asOf)
                    .stream()
                    .filter(training -> asked.contains(training.on()))
                    .toList();
            return UnitTrainings.of(unit, asked, chosen, found);
        });
    }
}
