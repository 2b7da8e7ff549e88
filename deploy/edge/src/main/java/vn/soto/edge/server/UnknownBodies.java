package vn.soto.edge.server;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import vn.soto.edge.server.HttpMeters.Limit;

/**
 * Bodies that are under way of those who are not known: so many of an address and in all. Beyond that the oldest gives its place, so that
 * slow ones keep nobody out whose body is there at once. Thread-safe.
 */
final class UnknownBodies {

    private final UnknownSenders limits;
    private final HttpMeters meters;
    private final OldestByAddress<Sinks.Empty<Void>> underWay = new OldestByAddress<>();

    UnknownBodies(UnknownSenders limits, HttpMeters meters) {
        this.limits = limits;
        this.meters = meters;
    }

    int size() {
        return underWay.size();
    }

    /**
     * Takes a place while the body is received. A body that has to give its place before it is complete is not received
     * any more and never ends. A crowd that is not told at once does not come back at once.
     */
    Mono<Void> received(Network client, Mono<Void> body) {
        return Mono.defer(() -> {
            Sinks.Empty<Void> given = Sinks.empty();
            Sinks.Empty<Void> before = placed(client, given);
            if (before != null) {
                meters.requestRefused(Limit.CLIENT);
                var _ = before.tryEmitEmpty();
            }
            Runnable leave = () -> underWay.remove(client, given);
            return body.thenReturn(true)
                    .doOnTerminate(leave)
                    .doOnCancel(leave)
                    .takeUntilOther(given.asMono())
                    .switchIfEmpty(Mono.never())
                    .then();
        });
    }

    /** The one that gave its place, if there was none free. */
    private synchronized Sinks.@Nullable Empty<Void> placed(Network client, Sinks.Empty<Void> body) {
        Sinks.Empty<Void> before = null;
        if (underWay.sizeOf(client) >= limits.maxBodiesPerClient()) {
            before = underWay.takeOf(client);
        } else if (underWay.size() >= limits.maxBodies()) {
            before = underWay.take();
        }
        underWay.add(client, body);
        return before;
    }
}
