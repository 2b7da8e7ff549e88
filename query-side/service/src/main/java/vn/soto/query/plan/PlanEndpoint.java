package vn.soto.query.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Range;
import vn.soto.query.plan.Plan.Mark;
import vn.soto.web.Language;

@RestController
final class PlanEndpoint {

    private final QueryExecutor queries;
    private final Plans plans;
    private final QuerySettings settings;

    PlanEndpoint(QueryExecutor queries, Plans plans, QuerySettings settings) {
        this.queries = queries;
        this.plans = plans;
        this.settings = settings;
    }

    /** @param next {@code from} of the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Steps(
            String plan, List<StepView> steps, @Nullable Integer next) {}

    /** Lists plans, latest first. */
    @GetMapping("/api/plans")
    Mono<QueryAnswer<List<PlanView>>> latest(
            QueryContext context, @RequestParam Optional<Long> limit, ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return queries.answer(
                context,
                asOf -> plans.latest(Range.limit(limit, settings), asOf).stream()
                        .map(plan -> PlanView.of(plan, asOf, language))
                        .toList());
    }

    @GetMapping("/api/plans/{plan}")
    Mono<QueryAnswer<PlanView>> plan(QueryContext context, @PathVariable String plan, ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return queries.answer(context, asOf -> PlanView.of(found(plan, asOf), asOf, language));
    }

    /** The steps from index {@code from} on, with their outcomes. */
    @GetMapping("/api/plans/{plan}/steps")
    Mono<QueryAnswer<Steps>> steps(
            QueryContext context,
            @PathVariable String plan,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit,
            ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return queries.answer(context, asOf -> {
            Plan found = found(plan, asOf);
            int first = new Range("from", 0, Math.max(0, found.steps() - 1))
                    .check(from)
                    .orElse(0L)
                    .intValue();
            int most = Range.limit(limit, settings);
            Mark now = found.asOf(asOf).getLast();
            List<StepView> steps = plans.parts(found, first, most).stream()
                    .flatMap(part -> StepView.of(part, now, asOf, language))
                    .filter(step -> step.step() >= first && step.step() < first + most)
                    .toList();
            return new Steps(plan, steps, first + most < found.steps() ? first + most : null);
        });
    }

    private Plan found(String plan, long asOf) {
        return plans.find(plan, asOf).orElseThrow(() -> QueryProblemException.absent("plan", plan));
    }
}
