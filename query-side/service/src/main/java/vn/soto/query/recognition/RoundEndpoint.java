package vn.soto.query.recognition;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.recognition.RoundScope;
import vn.soto.contracts.recognition.ScoringRules;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.Range;
import vn.soto.query.http.Today;
import vn.soto.query.http.Viewer;
import vn.soto.query.unit.EndedUnitLists;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

/** Answers queries about rounds of recognition and the rules that score them. */
@RestController
final class RoundEndpoint {

    static final Range RULE = new Range("rule", 1, 1_000_000);

    private final QueryExecutor queries;
    private final Rounds rounds;
    private final RoundViews views;
    private final CandidateViews candidates;
    private final TeamsOfRound teams;
    private final EndedUnitLists ended;
    private final Today today;

    RoundEndpoint(
            QueryExecutor queries,
            Rounds rounds,
            RoundViews views,
            CandidateViews candidates,
            TeamsOfRound teams,
            EndedUnitLists ended,
            Today today) {
        this.queries = queries;
        this.rounds = rounds;
        this.views = views;
        this.candidates = candidates;
        this.teams = teams;
        this.ended = ended;
        this.today = today;
    }

    /** The published versions of the scoring rule, oldest first. */
    @Requires(EndpointRight.REFERENCE)
    @GetMapping("/api/recognition-rules")
    Mono<QueryAnswer<List<RuleView>>> rules(QueryContext context, ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return queries.answer(
                context,
                asOf -> ScoringRules.ALL.stream()
                        .map(rule -> RuleView.of(rule, language))
                        .toList());
    }

    /** The rounds of the unit and of the units above it, the latest period first. Nobody is named. */
    @Requires(value = EndpointRight.FIGURES, of = "unit", part = true)
    @GetMapping("/api/units/{unit}/recognition-rounds")
    Mono<QueryAnswer<List<RoundLine>>> rounds(QueryContext context, @PathVariable String unit) {
        return queries.answer(context, asOf -> {
            LocalDate day = today.of(context, asOf);
            List<RoundState> found = rounds.over(unit, day, asOf);
            if (found.isEmpty()) {
                ended.lead(unit, day, asOf);
            }
            return found.stream()
                    .map(RoundLine::of)
                    .sorted(Comparator.comparing(RoundLine::lastDay).reversed().thenComparing(RoundLine::round))
                    .toList();
        });
    }

    /** A round with everybody whom it scored. */
    @Requires(value = EndpointRight.RECORDS, of = "round")
    @GetMapping("/api/recognition-rounds/{round}")
    Mono<QueryAnswer<RoundView>> round(
            QueryContext context, Viewer viewer, @PathVariable String round, ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return queries.answer(context, asOf -> views.of(rounds.get(round, asOf), viewer, language, asOf));
    }

    /** The round under another version of the rule: who moves, and why. Nothing is stored. */
    @Requires(value = EndpointRight.RECORDS, of = "round")
    @GetMapping("/api/recognition-rounds/{round}/what-if")
    Mono<QueryAnswer<WhatIfView>> whatIf(
            QueryContext context, @PathVariable String round, @RequestParam Optional<Long> rule) {
        return queries.heavy(context, asOf -> {
            RoundState state = rounds.get(round, asOf);
            Optional<Integer> asked = RULE.check(rule).map(Math::toIntExact);
            CandidateViews.Scores other = candidates.scores(state, asked);
            List<ScoreMove> moves =
                    new ScoreMoves(candidates.scores(state, Optional.empty()).scoring(), other.scoring()).all();
            return new WhatIfView(
                    round, other.scoring().rule().version(), other.scored().pin(), ScoreMoves.moved(moves), moves);
        });
    }

    /** The frozen scores beside those that the ledger gives: where ranks or gates differ, a decision has a reason. */
    @Requires(value = EndpointRight.RECORDS, of = "round")
    @GetMapping("/api/recognition-rounds/{round}/present-scores")
    Mono<QueryAnswer<PresentScoresView>> present(QueryContext context, @PathVariable String round) {
        return queries.heavy(context, asOf -> {
            RoundState state = rounds.get(round, asOf);
            CandidateViews.Scores frozen = candidates.scores(state, Optional.empty());
            RoundScope present = state.opened().scope(teams.of(state.opened(), today.of(context, asOf), asOf));
            List<ScoreMove> moves = new ScoreMoves(frozen.scoring(), candidates.at(frozen, present, asOf)).all();
            return new PresentScoresView(round, frozen.scored().pin(), ScoreMoves.moved(moves), moves);
        });
    }
}
