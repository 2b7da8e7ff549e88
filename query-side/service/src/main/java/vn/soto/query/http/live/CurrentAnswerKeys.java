package vn.soto.query.http.live;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
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

    /**
     * How far everything is. That the oldest missing commit ages makes no other answer until it makes a stale one.
     *
     * @param commit last commit that every read model has
     * @param ledger last commit of the ledger
     */
    record State(
            long commit,
            long ledger,
            boolean stale,
            long deadLetters,
            Freshness.@Nullable Damaged damaged,
            List<String> replaying) {

        static State of(Freshness now) {
            return new State(
                    now.commit(),
                    now.ledger(),
                    now.stale(),
                    now.deadLetters(),
                    now.damaged(),
                    replaying(now, Freshness.Replay::toString));
        }

        /** The state in which a commit was the last one, as open pages were told. */
        static State told(long commit, Freshness now) {
            return new State(
                    commit,
                    commit,
                    now.stale(),
                    now.deadLetters(),
                    now.damaged(),
                    replaying(now, Freshness.Replay::projection));
        }

        private static List<String> replaying(Freshness now, Function<Freshness.Replay, String> each) {
            return Optional.ofNullable(now.replaying()).orElse(List.of()).stream()
                    .map(each)
                    .toList();
        }
    }

    @Override
    public Mono<Key> of(ServerWebExchange exchange, long atLeast) {
        return Viewer.asker(exchange)
                .flatMap(asker -> queries.now(
                        asker,
                        atLeast,
                        (reader, now) -> new Key(reader.rights().common(), state(atLeast, now, streams.told()))));
    }

    /** @param told commit that open pages were told of last */
    static State state(long atLeast, Freshness now, long told) {
        return atLeast > 0 && atLeast <= told ? State.told(told, now) : State.of(now);
    }
}
