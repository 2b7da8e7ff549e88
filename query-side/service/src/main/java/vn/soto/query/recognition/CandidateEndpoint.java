package vn.soto.query.recognition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.Criterion;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.BooleanParameter;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Range;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

/** Answers why a candidate has a score: who may read the records of the member or the team may ask. */
@RestController
final class CandidateEndpoint {

    private static final Range FROM = new Range("from", 0, 1_000_000);

    private final QueryExecutor queries;
    private final Rounds rounds;
    private final CandidateViews views;
    private final QuerySettings settings;

    CandidateEndpoint(QueryExecutor queries, Rounds rounds, CandidateViews views, QuerySettings settings) {
        this.queries = queries;
        this.rounds = rounds;
        this.views = views;
        this.settings = settings;
    }

    /** The score of a member, by the round's rule or, with {@code rule}, by another version of it. */
    @Requires(value = EndpointRight.RECORDS, of = "member")
    @GetMapping("/api/recognition-rounds/{round}/members/{member}")
    Mono<QueryAnswer<CandidateView>> member(
            QueryContext context,
            @PathVariable String round,
            @PathVariable String member,
            @RequestParam Optional<Long> rule,
            ServerWebExchange exchange) {
        return view(context, round, new Candidate(RoundKind.INDIVIDUAL, member), rule, Language.of(exchange));
    }

    /** The score of a team, likewise. */
    @Requires(value = EndpointRight.RECORDS, of = "team")
    @GetMapping("/api/recognition-rounds/{round}/teams/{team}")
    Mono<QueryAnswer<CandidateView>> team(
            QueryContext context,
            @PathVariable String round,
            @PathVariable String team,
            @RequestParam Optional<Long> rule,
            ServerWebExchange exchange) {
        return view(context, round, new Candidate(RoundKind.COLLECTIVE, team), rule, Language.of(exchange));
    }

    private Mono<QueryAnswer<CandidateView>> view(
            QueryContext context, String round, Candidate candidate, Optional<Long> rule, Locale language) {
        return queries.answer(
                context,
                asOf -> views.view(
                        views.scores(rounds.get(round, asOf), version(rule)), candidate, language));
    }

    private static Optional<Integer> version(Optional<Long> rule) {
        return RoundEndpoint.RULE.check(rule).map(Math::toIntExact);
    }

    /** What counts for a criterion of a member, item by item with its events; with {@code omitted=true} what does not, and why. */
    @Requires(value = EndpointRight.RECORDS, of = "member")
    @GetMapping("/api/recognition-rounds/{round}/members/{member}/criteria/{criterion}")
    Mono<QueryAnswer<CandidateView.Page>> ofMember(
            QueryContext context,
            @PathVariable String round,
            @PathVariable String member,
            @PathVariable String criterion,
            @RequestParam Optional<BooleanParameter> omitted,
            @RequestParam Optional<Long> rule,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit,
            ServerWebExchange exchange) {
        Asked asked = new Asked(
                round,
                new Candidate(RoundKind.INDIVIDUAL, member),
                criterion,
                omitted.equals(Optional.of(BooleanParameter.TRUE)),
                version(rule),
                FROM.check(from).orElse(0L).intValue(),
                Range.limit(limit, settings));
        return page(context, asked, Language.of(exchange));
    }

    /** The same of a team. */
    @Requires(value = EndpointRight.RECORDS, of = "team")
    @GetMapping("/api/recognition-rounds/{round}/teams/{team}/criteria/{criterion}")
    Mono<QueryAnswer<CandidateView.Page>> ofTeam(
            QueryContext context,
            @PathVariable String round,
            @PathVariable String team,
            @PathVariable String criterion,
            @RequestParam Optional<BooleanParameter> omitted,
            @RequestParam Optional<Long> rule,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit,
            ServerWebExchange exchange) {
        Asked asked = new Asked(
                round,
                new Candidate(RoundKind.COLLECTIVE, team),
                criterion,
                omitted.equals(Optional.of(BooleanParameter.TRUE)),
                version(rule),
                FROM.check(from).orElse(0L).intValue(),
                Range.limit(limit, settings));
        return page(context, asked, Language.of(exchange));
    }

    private record Asked(
            String round,
            Candidate candidate,
            String criterion,
            boolean omitted,
            Optional<Integer> rule,
            int from,
            int limit) {}

    private Mono<QueryAnswer<CandidateView.Page>> page(QueryContext context, Asked asked, Locale language) {
        List<Criterion> all = List.of(Criterion.values());
        Criterion criterion = Arrays.stream(Criterion.values())
                .filter(each -> each.name().equals(asked.criterion))
                .findFirst()
                .orElseThrow(() -> QueryProblemException.malformed("criterion", asked.criterion, all));
        return queries.answer(
                context,
                asOf -> views.page(
                        views.scores(rounds.get(asked.round, asOf), asked.rule),
                        asked.candidate,
                        criterion,
                        asked.omitted,
                        asked.from,
                        asked.limit,
                        language));
    }
}
