package vn.soto.query.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import vn.soto.query.http.Viewer;
import vn.soto.query.plan.Plan.Mark;
import vn.soto.query.plan.Plan.State;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

@RestController
final class PlanEndpoint {

    private final QueryExecutor queries;
    /** Steps that the answer about a plan shows. */
    private static final int FIRST_STEPS = 20;

    private final Plans plans;
    private final StepContents contents;
    private final QuerySettings settings;

    PlanEndpoint(QueryExecutor queries, Plans plans, StepContents contents, QuerySettings settings) {
        this.contents = contents;
        this.queries = queries;
        this.plans = plans;
        this.settings = settings;
    }

    /** @param next {@code from} of the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Steps(
            String plan, List<StepView> steps, @Nullable Integer next) {}

    /**
     * Lists plans, latest first.
     *
     * @param state only those in this state, such as {@code awaiting-approval}
     * @param kind  only those of this kind, such as {@code proposal}
     */
    @Requires(EndpointRight.RECORDS)
    @GetMapping("/api/plans")
    Mono<QueryAnswer<List<PlanView>>> latest(
            QueryContext context,
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> kind,
            @RequestParam Optional<Long> limit,
            ServerWebExchange exchange) {
        PlanFilter filter = PlanFilter.of(state, kind);
        Locale language = Language.of(exchange);
        return queries.answer(
                context,
                asOf -> plans.latest(filter, Range.limit(limit, settings), asOf).stream()
                        .map(plan -> PlanView.of(plan, asOf, language))
                        .toList());
    }

    @Requires(value = EndpointRight.RECORDS, of = "plan")
    @GetMapping("/api/plans/{plan}")
    Mono<QueryAnswer<PlanView>> plan(QueryContext context, @PathVariable String plan, ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return Viewer.of(exchange)
                .flatMap(viewer -> queries.answer(context, asOf -> {
                    Plan found = found(plan, asOf);
                    List<StepView> first = steps(found, 0, FIRST_STEPS, asOf, language);
                    Optional<Plan> undone =
                            Optional.ofNullable(found.undoes()).flatMap(earlier -> plans.find(earlier, asOf));
                    PlanView view = PlanView.of(found, asOf, language);
                    Optional<State> reversal = Optional.ofNullable(view.reversedBy())
                            .flatMap(by -> plans.find(by, asOf))
                            .map(by -> by.asOf(asOf).getLast().state());
                    return view.proposing(contents.reason(found, undone, first, viewer, language), first, reversal);
                }));
    }

    private List<StepView> steps(Plan plan, int first, int most, long asOf, Locale language) {
        Mark now = plan.asOf(asOf).getLast();
        return plans.parts(plan, first, most).stream()
                .flatMap(part -> {
                    Map<Integer, StepContent> asked = contents.of(plan, part, first, first + most, asOf, language);
                    return StepView.of(part, now, asOf, language)
                            .filter(step -> step.step() >= first && step.step() < first + most)
                            .map(step -> step.asking(asked.get(step.step())));
                })
                .toList();
    }

    /** The steps from index {@code from} on, with their outcomes. */
    @Requires(value = EndpointRight.RECORDS, of = "plan")
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
            return new Steps(
                    plan,
                    steps(found, first, most, asOf, language),
                    first + most < found.steps() ? first + most : null);
        });
    }

    private Plan found(String plan, long asOf) {
        return plans.find(plan, asOf).orElseThrow(() -> QueryProblemException.absent("plan", plan));
    }
}
