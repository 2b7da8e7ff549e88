package vn.soto.query.commit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.events.EventCodec;
import vn.soto.events.EventException;
import vn.soto.ledger.Commit;
import vn.soto.ledger.DamagedCommit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.EventNames;
import vn.soto.query.event.EventSentences;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.EventLocations;
import vn.soto.query.reading.SeenEvent;
import vn.soto.query.timeline.CorrectionLinks;
import vn.soto.web.EndpointRight;
import vn.soto.web.Vocabulary;

@RestController
record CommitQuestions(
        LedgerReader ledger,
        CommitReasons reasons,
        EventSentences sentences,
        EventPositions positions,
        CorrectionLinks corrections,
        EventCodec codec) {

    /** A commit straight from the ledger, projected or not; with {@code asOf} only one that was there by then. */
    @Query(at = "/api/commits/{commit}", right = EndpointRight.RECORDS, of = "commit")
    CommitView commit(Asked asked, @PathVariable Long commit) {
        Locale language = asked.language();
        long last = asked.moment().isEmpty() ? ledger.tail().number() : asked.asOf();
        Commit found = find(commit, last);
        return CommitView.of(
                found,
                reasons.of(found, language),
                event -> EventLocations.isSeen(event, found),
                sentences.of(seen(found), language, last));
    }

    private static List<Body> seen(Commit commit) {
        return commit.stored().stream()
                .filter(stored -> EventLocations.isSeen(stored.event(), commit))
                .map(stored -> new Body(stored.position(), stored.event(), commit))
                .toList();
    }

    private Commit find(long number, long last) {
        return (number < 1 || number > last)
                ? absent(number)
                : ledger.read(number, 1).stream()
                        .map(stored -> switch (stored) {
                            case Commit commit -> commit;
                            case DamagedCommit damaged -> throw damaged.exception();
                        })
                        .findFirst()
                        .orElseGet(() -> absent(number));
    }

    private static Commit absent(long number) {
        throw QueryProblemException.absent("commit", Long.toString(number));
    }

    private static final String DEVICE = "device";
    private static final String ENTERED = "entered";

    /** The event at a position straight from the ledger, projected or not; with {@code asOf} only one that was there by then. */
    @Query(at = "/api/events/{position}", right = EndpointRight.RECORDS, of = "position", name = "event-event")
    EventView event(Asked asked, @PathVariable Long position) {
        Locale language = asked.language();
        long last = asked.moment().isEmpty() ? ledger.tail().number() : asked.asOf();
        Body body = positions
                .commitAt(position, last)
                .map(commit -> new Body(position, EventPositions.event(commit, position), commit))
                .filter(found -> EventLocations.isSeen(found.event(), found.commit()))
                .orElseThrow(() -> QueryProblemException.absent("event", Long.toString(position)));
        return view(body, last, language);
    }

    private EventView view(Body body, long asOf, Locale language) {
        RecordedEvent event = body.event();
        Commit commit = body.commit();
        SeenEvent seen = SeenEvent.of(event);
        StreamPosition place = event.aggregate();
        Origin.Command command = commit.origin() instanceof Origin.Command sent ? sent : null;
        CommitReasons.Shown reason = reasons.of(commit, language);
        return new EventView(
                body.position(),
                commit.number(),
                commit.chain().toString(),
                event.id(),
                EventNames.of(event.type()),
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
                event.metadata().get(ENTERED),
                reason,
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
