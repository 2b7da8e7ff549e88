package vn.soto.query.commit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.events.EventCodec;
import vn.soto.events.EventException;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Viewer;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.reading.EventLocations;
import vn.soto.query.reading.SeenEvent;
import vn.soto.query.timeline.CorrectionLinks;
import vn.soto.query.timeline.Entries;
import vn.soto.query.timeline.EventLoader.Body;
import vn.soto.query.timeline.EventSentences;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;
import vn.soto.web.Vocabulary;

@RestController
final class EventEndpoint {

    private static final String DEVICE = "device";

    private final QueryExecutor queries;
    private final LedgerReader ledger;
    private final EventPositions positions;
    private final CommitReasons reasons;
    private final CorrectionLinks corrections;
    private final EventSentences sentences;
    private final EventCodec codec;

    EventEndpoint(
            QueryExecutor queries,
            LedgerReader ledger,
            EventPositions positions,
            CommitReasons reasons,
            CorrectionLinks corrections,
            EventSentences sentences,
            EventCodec codec) {
        this.queries = queries;
        this.ledger = ledger;
        this.positions = positions;
        this.reasons = reasons;
        this.corrections = corrections;
        this.sentences = sentences;
        this.codec = codec;
    }

    /** The event at a position straight from the ledger, projected or not; with {@code asOf} only one that was there by then. */
    @Requires(value = EndpointRight.RECORDS, of = "position")
    @GetMapping("/api/events/{position}")
    Mono<QueryAnswer<EventView>> event(
            QueryContext context, Viewer viewer, @PathVariable Long position, ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return queries.answer(context, asOf -> {
            long last = context.asOf() == null ? ledger.tail().number() : asOf;
            Body body = positions
                    .commitAt(position, last)
                    .map(commit -> new Body(position, EventPositions.event(commit, position), commit))
                    .filter(found -> EventLocations.isSeen(found.event(), found.commit()))
                    .orElseThrow(() -> QueryProblemException.absent("event", Long.toString(position)));
            return view(body, last, viewer, language);
        });
    }

    private EventView view(Body body, long asOf, Viewer viewer, Locale language) {
        RecordedEvent event = body.event();
        Commit commit = body.commit();
        SeenEvent seen = SeenEvent.of(event);
        StreamPosition place = event.aggregate();
        Origin.Command command = commit.origin() instanceof Origin.Command sent ? sent : null;
        CommitReasons.Shown reason = reasons.of(commit, viewer, language);
        return new EventView(
                body.position(),
                commit.number(),
                commit.chain().toString(),
                event.id(),
                Entries.name(event.type()),
                Vocabulary.event(event.type().name(), language),
                sentences.of(List.of(body), language, asOf).get(body.position()),
                place == null ? null : place.id(),
                place == null ? null : place.sequence(),
                seen.about(),
                fields(event, seen, language),
                seen.body(),
                commit.at(),
                commit.actor(),
                command == null ? null : command.name(),
                command == null ? null : command.id(),
                commit.origin() instanceof Origin.SystemTask task ? task.name() : null,
                event.metadata().get(DEVICE),
                reason.why(),
                reason.code(),
                reason.text(),
                commit.correlation(),
                commit.causation(),
                corrections.corrected(body, asOf).orElse(null),
                corrections.correcting(body, asOf));
    }

    private @Nullable List<EventField> fields(RecordedEvent event, SeenEvent seen, Locale language) {
        try {
            return Optional.of(codec.decode(event.type(), event.payload()))
                    .filter(Record.class::isInstance)
                    .map(decoded -> EventField.of((Record) decoded, language).stream()
                            .filter(field -> field.value() == null || !seen.withholds(field.value()))
                            .toList())
                    .orElse(null);
        } catch (EventException e) {
            return null;
        }
    }
}
