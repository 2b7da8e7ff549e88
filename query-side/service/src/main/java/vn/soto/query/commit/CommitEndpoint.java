package vn.soto.query.commit;

import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.ledger.Commit;
import vn.soto.ledger.DamagedCommit;
import vn.soto.ledger.LedgerReader;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Viewer;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.reading.EventLocations;
import vn.soto.query.timeline.EventLoader.Body;
import vn.soto.query.timeline.EventSentences;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

@RestController
final class CommitEndpoint {

    private final QueryExecutor queries;
    private final LedgerReader ledger;
    private final CommitReasons reasons;
    private final EventSentences sentences;

    CommitEndpoint(QueryExecutor queries, LedgerReader ledger, CommitReasons reasons, EventSentences sentences) {
        this.sentences = sentences;
        this.queries = queries;
        this.ledger = ledger;
        this.reasons = reasons;
    }

    /** A commit straight from the ledger, projected or not; with {@code asOf} only one that was there by then. */
    @Requires(value = EndpointRight.RECORDS, of = "commit")
    @GetMapping("/api/commits/{commit}")
    Mono<QueryAnswer<CommitView>> commit(QueryContext context, @PathVariable Long commit, ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return Viewer.of(exchange)
                .flatMap(viewer -> queries.answer(context, asOf -> {
                    long last = context.asOf() == null ? ledger.tail().number() : asOf;
                    Commit found = find(commit, last);
                    return CommitView.of(
                            found,
                            reasons.of(found, viewer, language),
                            event -> EventLocations.isSeen(event, found),
                            sentences.of(seen(found), language, last));
                }));
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
}
