package vn.soto.query.http.live;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.query.http.AnswerState;
import vn.soto.query.http.Askers;
import vn.soto.query.http.Freshness;
import vn.soto.query.http.QueryExecutor;
import vn.soto.web.AnswerKeys;

/**
 * Keys of the present rights of accounts in the ledger, of the state behind a page's answers, and of the commits
 * announced to open pages.
 */
@Component
record CurrentAnswerKeys(QueryExecutor queries, LiveStreams streams) implements AnswerKeys {

    @Override
    public Mono<Key> of(ServerWebExchange exchange, long atLeast) {
        return Askers.of(exchange)
                .flatMap(asker -> queries.now(
                        asker,
                        exchange.getAttribute(AnswerKeys.PAGE),
                        atLeast,
                        (reader, now) -> new Key(reader.common(), state(atLeast, now, streams.told()))));
    }

    /** @param told commit that open pages were told of last */
    static AnswerState state(long atLeast, Freshness now, long told) {
        return atLeast > 0 && atLeast <= told ? AnswerState.told(told, now) : AnswerState.of(now);
    }
}
