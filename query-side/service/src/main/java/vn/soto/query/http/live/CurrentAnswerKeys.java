package vn.soto.query.http.live;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.query.http.AnswerState;
import vn.soto.query.http.Freshness;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.Viewer;
import vn.soto.web.AnswerKeys;

/** Keys of the rights that accounts have in the ledger now, and of the commits that open pages were told of. */
@Component
final class CurrentAnswerKeys implements AnswerKeys {

    private final QueryExecutor queries;
    private final LiveStreams streams;

    CurrentAnswerKeys(QueryExecutor queries, LiveStreams streams) {
        this.queries = queries;
        this.streams = streams;
    }

    @Override
    public Mono<Key> of(ServerWebExchange exchange, long atLeast) {
        return Viewer.asker(exchange)
                .flatMap(asker -> queries.now(
                        asker,
                        atLeast,
                        (reader, now) -> new Key(reader.common(), state(atLeast, now, streams.told()))));
    }

    /** @param told commit that open pages were told of last */
    static AnswerState state(long atLeast, Freshness now, long told) {
        return atLeast > 0 && atLeast <= told ? AnswerState.told(told, now) : AnswerState.of(now);
    }
}
