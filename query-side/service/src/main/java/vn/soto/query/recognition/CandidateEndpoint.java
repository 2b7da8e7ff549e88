package vn.soto.query.recognition;

import java.util.Arrays;
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

    /** The score of a candidate, by the round's rule or, with {@code rule}, by another version of it. */
    @Requires(value = EndpointRight.RECORDS, of = "candidate")
    @GetMapping("/api/recognition-rounds/{round}/candidates/{candidate}")
    Mono<QueryAnswer<CandidateView>> candidate(
            QueryContext context,
            @PathVariable String round,
            @PathVariable String candidate,
            @RequestParam Optional<Long> rule,
            ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return queries.answer(
                context,
                asOf -> views.view(views.scores(rounds.get(round, asOf), version(rule)), named(candidate), language));
    }

    /** What counts for a criterion, item by item with its events; with {@code omitted=true} what does not, and why. */
    @Requires(value = EndpointRight.RECORDS, of = "candidate")
    @GetMapping("/api/recognition-rounds/{round}/candidates/{candidate}/criteria/{criterion}")
    Mono<QueryAnswer<CandidateView.Page>> criterion(
            QueryContext context,
            @PathVariable String round,
            @PathVariable String candidate,
            @PathVariable String criterion,
            @RequestParam Optional<BooleanParameter> omitted,
            @RequestParam Optional<Long> rule,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit,
            ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return queries.answer(
                context,
                asOf -> views.page(
                        views.scores(rounds.get(round, asOf), version(rule)),
                        named(candidate),
                        criterion(criterion),
                        omitted.equals(Optional.of(BooleanParameter.TRUE)),
                        FROM.check(from).orElse(0L).intValue(),
                        Range.limit(limit, settings),
                        language));
    }

    private static Optional<Integer> version(Optional<Long> rule) {
        return RoundEndpoint.RULE.check(rule).map(Math::toIntExact);
    }

    private static Candidate named(String candidate) {
        return CandidateText.parse(candidate).orElseThrow(() -> QueryProblemException.absent("candidate", candidate));
    }

    private static Criterion criterion(String name) {
        return Arrays.stream(Criterion.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> QueryProblemException.absent("criterion", name));
    }
}
