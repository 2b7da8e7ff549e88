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
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.Today;
import vn.soto.query.link.IdKind;
import vn.soto.query.reading.Reader;
import vn.soto.query.team.TeamsOfQuarter;
import vn.soto.query.training.Training.Trained;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** Answers at which training sessions the members of a unit's teams were in a quarter. */
@RestController
final class UnitTrainingsEndpoint {

    private final QueryExecutor queries;
    private final TeamTrainings trainings;
    private final TeamsOfQuarter teams;
    private final QuarterCalendar calendar;
    private final Today today;

    UnitTrainingsEndpoint(
            QueryExecutor queries,
            TeamTrainings trainings,
            TeamsOfQuarter teams,
            QuarterCalendar calendar,
            Today today) {
        this.queries = queries;
        this.trainings = trainings;
        this.teams = teams;
        this.calendar = calendar;
        this.today = today;
    }

    /**
     * @param trained   number of members who attended at least one of them
     * @param trainings sessions by day, each with those members of the unit's teams who attended
     */
    record UnitTrainings(String unit, String quarter, long trained, List<TrainingView> trainings) {

        static UnitTrainings of(String unit, Quarter quarter, List<TrainingView> trainings) {
            long trained = trainings.stream()
                    .flatMap(training -> training.attendees().stream())
                    .map(Trained::member)
                    .distinct()
                    .count();
            return new UnitTrainings(unit, quarter.toString(), trained, trainings);
        }
    }

    /** Without {@code quarter}, the current quarter. */
    @Requires(value = EndpointRight.RECORDS, of = "unit", part = true)
    @GetMapping("/api/units/{unit}/trainings")
    Mono<QueryAnswer<UnitTrainings>> trainings(
            QueryContext context, @PathVariable String unit, @RequestParam Optional<Quarter> quarter) {
        return queries.answer(context, asOf -> {
            LocalDate day = today.of(context, asOf);
            Quarter asked = quarter.orElseGet(() -> calendar.of(day));
            List<TrainingView> found = trainings
                    .of(
                            Reader.current()
                                    .rows(
                                            EndpointRight.RECORDS,
                                            unit,
                                            IdKind.TEAM,
                                            teams.of(unit, asked, day, asOf)
                                                    .teams()
                                                    .keySet()),
                            asOf)
                    .stream()
                    .filter(training -> calendar.of(training.on()).equals(asked))
                    .toList();
            return UnitTrainings.of(unit, asked, found);
        });
    }
}
