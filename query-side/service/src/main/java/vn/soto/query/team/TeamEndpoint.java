package vn.soto.query.team;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.query.http.Answer;
import vn.soto.query.http.Questions;
import vn.soto.query.http.Refusal;
import vn.soto.query.organisation.Supporters;
import vn.soto.query.training.TeamTrainings;
import vn.soto.query.unit.Unit;
import vn.soto.query.unit.UnitLine;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.query.unit.Units;

@RestController
final class TeamEndpoint {

    private final Questions questions;
    private final Teams teams;
    private final Units units;
    private final Supporters supporters;
    private final TeamTrainings trainings;

    TeamEndpoint(Questions questions, Teams teams, Units units, Supporters supporters, TeamTrainings trainings) {
        this.questions = questions;
        this.teams = teams;
        this.units = units;
        this.supporters = supporters;
        this.trainings = trainings;
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
                        .map(card -> TeamView.of(
                                team,
                                card,
                                supporters.of(team, asOf),
                                trainings.of(team, asOf).size()))
                        .orElseThrow(() -> Refusal.absent("team", team)));
    }

    /**
     * A residential unit and its teams.
     *
     * @param uncovered   whether no team covers it
     * @param overlapping whether two teams of one level do
     */
    record CoverageLine(@JsonUnwrapped UnitLine unit, List<Cover> teams, boolean uncovered, boolean overlapping) {

        record Cover(String team, TeamLevel level) {}

        static CoverageLine of(UnitOnDay unit, List<Coverage.Row> rows) {
            long levels = rows.stream().map(Coverage.Row::level).distinct().count();
            return new CoverageLine(
                    UnitLine.of(unit),
                    rows.stream().map(row -> new Cover(row.team(), row.level())).toList(),
                    rows.isEmpty(),
                    levels < rows.size());
        }
    }

    /** The residential units in a unit with their teams, as decided last; units that nobody or two teams cover stand out. */
    @GetMapping("/api/units/{unit}/coverage")
    Mono<Answer<List<CoverageLine>>> coverage(@PathVariable String unit, ServerWebExchange exchange) {
        return questions.answer(exchange, List.of(), (parameters, asOf) -> {
            List<UnitOnDay> residential =
                    units.find(within(Optional.of(unit), asOf), LocalDate.MAX, asOf).values().stream()
                            .filter(found -> found.kind().residential() && found.inForce())
                            .sorted(Comparator.comparing(UnitOnDay::name).thenComparing(UnitOnDay::id))
                            .toList();
            Map<String, List<Coverage.Row>> rows =
                    teams.levels(residential.stream().map(UnitOnDay::id).toList(), asOf);
            return residential.stream()
                    .map(found -> CoverageLine.of(found, rows.getOrDefault(found.id(), List.of())))
                    .toList();
        });
    }
}
