package vn.soto.edge.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import vn.soto.edge.server.EventStreams;

/**
 * Ends the streams of events of sessions that are over: of one that signed out on this node at once, of one whose epoch was raised
 * at the next look. A sign-out takes a cookie from a browser alone, so other nodes do not know of it.
 */
public final class SessionStreams {

    private static final Duration LOOK = Duration.ofSeconds(3);

    private final Epochs epochs;
    private final Duration look;
    private final Sinks.Many<SignedIn> ended = Sinks.many().multicast().directBestEffort();

    /** The part of a session that all its cookies have in common. */
    private record SignedIn(String account, Instant at) {

        static SignedIn of(Session session) {
            return new SignedIn(session.account(), session.signedIn());
        }
    }

    public SessionStreams(Epochs epochs) {
        this(epochs, LOOK);
    }

    /** @param look time between two looks at the epoch of an open stream */
    SessionStreams(Epochs epochs, Duration look) {
        this.epochs = epochs;
        this.look = look;
    }

    /** Ends the streams of a session that signed out. */
    public void end(Session session) {
        synchronized (ended) {
            ended.tryEmitNext(SignedIn.of(session));
        }
    }

    /** The exchange, whose stream of events ends with the session. */
    ServerWebExchange bounded(ServerWebExchange exchange, Session session) {
        return exchange.mutate()
                .response(new ServerHttpResponseDecorator(exchange.getResponse()) {

                    @Override
                    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
                        return EventStreams.isOne(getDelegate())
                                ? super.writeAndFlushWith(Flux.from(body).takeUntilOther(over(session)))
                                : super.writeAndFlushWith(body);
                    }
                })
                .build();
    }

    private Mono<?> over(Session session) {
        Flux<?> signedOut = ended.asFlux().filter(SignedIn.of(session)::equals);
        Flux<?> raised = Flux.interval(look)
                .onBackpressureDrop()
                .concatMap(tick -> isCurrent(session))
                .filter(current -> !current);
        return Flux.merge(signedOut, raised).next();
    }

    /** A store that does not answer leaves the session as it is. */
    private Mono<Boolean> isCurrent(Session session) {
        return epochs.current(session.account())
                .map(epoch -> Objects.equals(epoch, session.epoch()))
                .defaultIfEmpty(false)
                .onErrorReturn(true);
    }
}
