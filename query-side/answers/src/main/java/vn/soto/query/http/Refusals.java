package vn.soto.query.http;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.access.Right;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.ReadingDecision;
import vn.soto.query.reading.ScopeNames;
import vn.soto.query.subject.IdKind;
import vn.soto.web.ProblemResponses;
import vn.soto.web.ProblemTexts;

/**
 * Refuses by name of the right and of what it reaches. Everybody with a right may know which units and teams exist; of
 * anything else a refusal is the same whether it exists or not.
 */
@Component
public final class Refusals {

    private final ProblemTexts texts = new ProblemTexts(List.of(ProblemAdvice.TEXTS));
    private final ScopeNames names;
    private final Clock clock;

    Refusals(ScopeNames names, Clock clock) {
        this.names = names;
        this.clock = clock;
    }

    /** Throws the problem of a question that is not allowed. */
    public void check(ReadingDecision decision, long asOf) {
        problem(decision, asOf).ifPresent(refused -> {
            throw refused;
        });
    }

    /** Answers a request that no endpoint method answers with the refusal. */
    public Mono<Void> write(ReadingDecision decision, long asOf, ServerWebExchange exchange) {
        return ProblemResponses.write(problem(decision, asOf).orElseThrow().problem(), texts, exchange);
    }

    /** The text of the refusal, the same that the question itself is refused with; empty if it is allowed. */
    public Optional<String> text(ReadingDecision decision, long asOf, Locale language) {
        return problem(decision, asOf).map(refused -> texts.detail(refused.problem(), language));
    }

    private Optional<QueryProblemException> problem(ReadingDecision decision, long asOf) {
        return switch (decision) {
            case ReadingDecision.Allowed _ -> Optional.empty();
            case ReadingDecision.NoRole(var right, var roles) ->
                Optional.of(QueryProblemException.notAllowed(right, roles));
            case ReadingDecision.Outside outside -> Optional.of(outside(outside, asOf));
        };
    }

    private QueryProblemException outside(ReadingDecision.Outside outside, long asOf) {
        if (!outside.known() && (outside.kind() == IdKind.UNIT || outside.kind() == IdKind.TEAM)) {
            return QueryProblemException.absent(outside.kind().text(), outside.id());
        }
        LocalDate today = VietnamTime.day(clock.instant());
        return QueryProblemException.outsideArea(
                outside.right(),
                outside.held().stream().map(Right::role).collect(Collectors.toCollection(TreeSet::new)),
                names.of(outside.held().stream().map(Right::scope).distinct().toList(), today, asOf));
    }
}
