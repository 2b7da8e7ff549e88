package vn.soto.query.team;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.query.http.Answer;
import vn.soto.query.http.Questions;
import vn.soto.query.http.Refusal;
import vn.soto.query.unit.Unit;
import vn.soto.query.unit.Units;

@RestController
final class TeamEndpoint {

    private final Questions questions;
    private final Teams teams;
    private final Units units;

    TeamEndpoint(Questions questions, Teams teams, Units units) {
        this.questions = questions;
        this.teams = teams;
        this.units = units;
    }

    /** The teams that cover a residential unit in {@code unit}, by name; all teams without it. */
    @GetMapping("/api/teams")
    Mono<Answer<List<TeamLine>>> list(ServerWebExchange exchange) {
        return questions.answer(exchange, List.of("unit"), (parameters, asOf) -> {
            List<String> within = within(parameters.text("unit"), asOf);
            Set<String> covering = teams.covering(within, asOf).values().stream()
                    .flatMap(Collection::stream)
                    .collect(Collectors.toSet());
            return teams.find(covering, asOf).entrySet().stream()
                    .map(team -> TeamLine.of(team.getKey(), team.getValue()))
                    .sorted(Comparator.comparing(TeamLine::name).thenComparing(TeamLine::team))
                    .toList();
        });
    }

    private List<String> within(Optional<String> unit, long asOf) {
        String top = unit.map(id -> units.find(id, asOf).map(Unit::id).orElseThrow(() -> Refusal.absent("unit", id)))
                .orElse(Units.root());
        return units.below(List.of(top), asOf).getOrDefault(top, List.of());
    }

    @GetMapping("/api/teams/{team}")
    Mono<Answer<TeamView>> team(@PathVariable String team, ServerWebExchange exchange) {
        return questions.answer(
                exchange,
                List.of(),
                (parameters, asOf) -> teams.find(team, asOf)
                        .map(card -> TeamView.of(team, card))
                        .orElseThrow(() -> Refusal.absent("team", team)));
    }
}
