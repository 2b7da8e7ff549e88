package vn.soto.query.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.plan.PlanId;
import vn.soto.ledger.Commit;
import vn.soto.ledger.RecordedEvent;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Range;
import vn.soto.query.http.Viewer;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.plan.Plans;
import vn.soto.query.reading.EventLocations;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

/** Answers what was recorded together: the commands of a correlation, and what a plan, such as an import, made. */
@RestController
final class UndertakingEndpoint {

    /** Vocabularies of plans, and of the counts and claims that are kept beside what they concern. */
    private static final List<String> NOT_MADE =
            List.of("plan.", "plan-part.", "plans.", "waiting-plans.", "caseload.", "unit-name.", "unit-coverage.");

    private final QueryExecutor queries;
    private final Undertakings undertakings;
    private final Plans plans;
    private final CommitReasons reasons;
    private final QuerySettings settings;

    UndertakingEndpoint(
            QueryExecutor queries,
            Undertakings undertakings,
            Plans plans,
            CommitReasons reasons,
            QuerySettings settings) {
        this.queries = queries;
        this.undertakings = undertakings;
        this.plans = plans;
        this.reasons = reasons;
        this.settings = settings;
    }

    /** @param next {@code from} of the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Correlation(
            String correlation,
            List<RecordedCommand> commands,
            @Nullable Long next) {}

    /** @param next {@code from} of the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Made(
            String plan,
            List<RecordedCommand> made,
            @Nullable Long next) {}

    /** The commands recorded under one correlation, oldest first, from the one that holds position {@code from} on. */
    @Requires(value = EndpointRight.RECORDS, of = "correlation")
    @GetMapping("/api/correlations/{correlation}")
    Mono<QueryAnswer<Correlation>> correlation(
            QueryContext context,
            @PathVariable String correlation,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit,
            ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return Viewer.of(exchange)
                .flatMap(viewer -> queries.answer(context, asOf -> {
                    if (!undertakings.exists(correlation, asOf)) {
                        throw QueryProblemException.absent("correlation", correlation);
                    }
                    Undertakings.Page page = page(correlation, from, limit, asOf);
                    return new Correlation(correlation, commands(page, event -> true, viewer, language), page.next());
                }));
    }

    /**
     * What a plan made: the commands of its steps that were recorded, with their events, oldest first; nothing while none is. What the plan says of itself,
     * and counts kept beside, are left out, so a page may be shorter than its limit.
     */
    @Requires(value = EndpointRight.RECORDS, of = "plan")
    @GetMapping("/api/plans/{plan}/made")
    Mono<QueryAnswer<Made>> made(
            QueryContext context,
            @PathVariable String plan,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit,
            ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return Viewer.of(exchange)
                .flatMap(viewer -> queries.answer(context, asOf -> {
                    if (!plans.isKnown(plan, asOf) && !undertakings.exists(PlanId.CORRELATION + plan, asOf)) {
                        throw QueryProblemException.absent("plan", plan);
                    }
                    Undertakings.Page page = page(PlanId.CORRELATION + plan, from, limit, asOf);
                    return new Made(plan, commands(page, UndertakingEndpoint::isMade, viewer, language), page.next());
                }));
    }

    private Undertakings.Page page(String correlation, Optional<Long> from, Optional<Long> limit, long asOf) {
        return undertakings.page(correlation, Range.FROM.check(from).orElse(0L), Range.limit(limit, settings), asOf);
    }

    private List<RecordedCommand> commands(
            Undertakings.Page page, Predicate<RecordedEvent> wanted, Viewer viewer, Locale language) {
        return page.commits().stream()
                .filter(commit -> commit.events().stream().anyMatch(seen(commit, wanted)))
                .map(commit -> RecordedCommand.of(commit, seen(commit, wanted), reasons.of(commit, viewer, language)))
                .toList();
    }

    /** Those of the wanted events of a commit that the reader may see. */
    private static Predicate<RecordedEvent> seen(Commit commit, Predicate<RecordedEvent> wanted) {
        return event -> wanted.test(event) && EventLocations.isSeen(event, commit);
    }

    private static boolean isMade(RecordedEvent event) {
        String name = event.type().name();
        return NOT_MADE.stream().noneMatch(name::startsWith);
    }
}
