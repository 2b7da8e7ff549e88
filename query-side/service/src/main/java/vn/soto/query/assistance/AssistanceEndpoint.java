package vn.soto.query.assistance;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.events.EventCodec;
import vn.soto.events.EventException;
import vn.soto.ledger.Commit;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Viewer;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.timeline.EventLoader.Body;
import vn.soto.query.timeline.Histories;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

@RestController
final class AssistanceEndpoint {

    private final QueryExecutor queries;
    private final Histories histories;
    private final EventCodec codec;
    private final CommitReasons reasons;

    AssistanceEndpoint(QueryExecutor queries, Histories histories, EventCodec codec, CommitReasons reasons) {
        this.reasons = reasons;
        this.queries = queries;
        this.histories = histories;
        this.codec = codec;
    }

    @Requires(value = EndpointRight.RECORDS, of = "assistance")
    @GetMapping("/api/assistances/{assistance}")
    Mono<QueryAnswer<AssistanceView>> assistance(
            QueryContext context, @PathVariable String assistance, ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return Viewer.of(exchange)
                .flatMap(viewer -> queries.answer(
                        context,
                        asOf -> find(assistance, asOf, commit -> reasons.of(commit, viewer, language))
                                .orElseThrow(() -> QueryProblemException.absent("assistance", assistance))));
    }

    private Optional<AssistanceView> find(String assistance, long asOf, Function<Commit, CommitReasons.Shown> shown) {
        AssistanceViewBuilder dossier = new AssistanceViewBuilder(shown);
        histories.of(assistance, asOf).forEach(body -> decode(body).ifPresent(event -> dossier.on(event, body)));
        return dossier.view();
    }

    /** Skips events of other versions of the product and events that are no part of a record of help. */
    private Optional<AssistanceEvent> decode(Body body) {
        try {
            return codec.decode(body.event().type(), body.event().payload()) instanceof AssistanceEvent event
                    ? Optional.of(event)
                    : Optional.empty();
        } catch (EventException e) {
            return Optional.empty();
        }
    }
}
