package vn.soto.query.training;

import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.link.IdKind;
import vn.soto.query.reading.Reader;
import vn.soto.query.team.Teams;
import vn.soto.query.training.Training.Trained;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

@RestController
final class TrainingEndpoint {

    private final QueryExecutor queries;
    private final TeamTrainings trainings;
    private final Teams teams;

    TrainingEndpoint(QueryExecutor queries, TeamTrainings trainings, Teams teams) {
        this.queries = queries;
        this.trainings = trainings;
        this.teams = teams;
    }

    @Requires(value = EndpointRight.SUPPORT, of = "training")
    @GetMapping("/api/trainings/{training}")
    Mono<QueryAnswer<TrainingView>> training(QueryContext context, @PathVariable String training) {
        return queries.answer(
                context,
                asOf -> trainings
                        .find(training, asOf)
                        .map(TrainingEndpoint::seen)
                        .orElseThrow(() -> QueryProblemException.absent("training", training)));
    }

    /** With those who attended for teams that the reader reaches. */
    private static TrainingView seen(TrainingView training) {
        Set<String> teams = Reader.current()
                .reached(
                        EndpointRight.SUPPORT,
                        IdKind.TEAM,
                        training.attendees().stream().map(Trained::team).toList());
        return training.of(training.attendees().stream()
                .filter(trained -> teams.contains(trained.team()))
                .toList());
    }

    /** Lists the sessions that members of a team attended, by day, with those members. */
    @Requires(value = EndpointRight.SUPPORT, of = "team")
    @GetMapping("/api/teams/{team}/trainings")
    Mono<QueryAnswer<List<TrainingView>>> ofTeam(QueryContext context, @PathVariable String team) {
        return queries.answer(context, asOf -> {
            if (teams.find(team, asOf).isEmpty()) {
                throw QueryProblemException.absent("team", team);
            }
            return trainings.of(team, asOf);
        });
    }
}
