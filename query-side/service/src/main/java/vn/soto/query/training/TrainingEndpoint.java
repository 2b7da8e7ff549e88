package vn.soto.query.training;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.team.Teams;

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

    @GetMapping("/api/trainings/{training}")
    Mono<QueryAnswer<TrainingView>> training(QueryContext context, @PathVariable String training) {
        return queries.answer(
                context,
                asOf -> trainings
                        .find(training, asOf)
                        .orElseThrow(() -> QueryProblemException.absent("training", training)));
    }

    /** Lists the sessions that members of a team attended, by day, with those members. */
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
