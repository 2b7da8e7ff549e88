package vn.soto.query.correction;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.events.EventCodec;
import vn.soto.projection.supposed.Supposition.Supposed;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Refusals;
import vn.soto.query.reading.EventLocations;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

/**
 * Answers what a command would change before it is given. It takes the events of the command's dry run from the caller: they change
 * an answer to that caller alone, who may suppose them about nothing outside the caller's area. The required content type blocks
 * requests forged by other sites.
 */
@RestController
final class PreviewEndpoint {

    private final QueryExecutor queries;
    private final Impacts impacts;
    private final EventCodec codec;
    private final Refusals refusals;
    private final Clock clock;

    PreviewEndpoint(QueryExecutor queries, Impacts impacts, EventCodec codec, Refusals refusals, Clock clock) {
        this.queries = queries;
        this.impacts = impacts;
        this.codec = codec;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** As of now; the body is the answer of a command's dry run. */
    @Requires(EndpointRight.RECORDS)
    @PostMapping(path = "/api/corrections/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<QueryAnswer<ImpactView>> preview(
            QueryContext context, @RequestBody SupposedEvents dryRun, ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        if (context.asOf() != null) {
            throw QueryProblemException.malformed("asOf", context.asOf().toString());
        }
        return queries.answer(context, asOf -> {
            Instant at = clock.instant();
            List<Supposed> events = dryRun.decoded(codec, at);
            EventLocations.hidden(events.stream().map(Supposed::recorded).toList())
                    .ifPresent(outside -> refusals.check(outside, asOf));
            return impacts.of(events, at, language);
        });
    }
}
