package vn.soto.query.http.live;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

@RestController
record LiveEndpoint(QueryExecutor queries, LiveStreams streams) {

    private static final String AS_OF = "asOf";

    /**
     * A stream of events: at once where the ledger is, then each later state, at most two a second, the last of several alone. It ends
     * after some minutes and is to be opened again. The first message says {@code all} unless {@code Last-Event-ID} names the
     * last commit that the reader was told of.
     */
    @Requires(EndpointRight.REFERENCE)
    @GetMapping(path = "/api/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<LiveCommit>> live(
            QueryContext context, @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        String moment = context.asked().parameters().get(AS_OF);
        if (moment != null) {
            // What was known at a moment never changes.
            throw QueryProblemException.malformed(AS_OF, moment);
        }
        return queries.answer(context, Query.Effort.ANEW, Asked::asOf)
                .flatMapMany(admitted -> streams.open(context, commit(last)));
    }

    private static Optional<Long> commit(@Nullable String last) {
        return Optional.ofNullable(last).filter(id -> id.matches("[0-9]{1,18}")).map(Long::valueOf);
    }
}
