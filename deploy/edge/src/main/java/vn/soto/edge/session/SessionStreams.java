package vn.soto.edge.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import vn.soto.edge.server.EventStreams;

/**
 * Ends sessions and the streams of events of ended ones: at once if the session signed out on this node, otherwise at
 * the next look.
 */
public final class SessionStreams {

    /** Each look at a shared store is a question to a database. */
    private static final Duration LOOK = Duration.ofSeconds(3);

    private final Epochs epochs;
    private final Duration look;
    private final Sinks.Many<String> ended = Sinks.many().multicast().directBestEffort();

    public SessionStreams(Epochs epochs) {
        this(epochs, LOOK);
    }

    /** @param look time between two looks at the session of an open stream */
    public SessionStreams(Epochs epochs, Duration look) {
        this.epochs = epochs;
        this.look = look;
    }

    /** Ends a session that is not over yet, on every node. */
    public Mono<Void> end(Session session) {
        return epochs.accept(session).filter(accepted -> accepted).flatMap(accepted -> {
            synchronized (ended) {
                ended.tryEmitNext(session.id());
            }
            return epochs.end(session);
        });
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

    /**
     * The same of a request that shows its password and has no session: its stream ends when sessions of the account do.
     *
     * @param epoch of the account when the password was looked at
     */
    public ServerWebExchange bounded(ServerWebExchange exchange, String account, long epoch) {
        return bounded(
                exchange, new Session("", account, epoch, Set.of(), Instant.EPOCH, Instant.EPOCH, Instant.EPOCH));
    }

    private Mono<?> over(Session session) {
        Flux<?> signedOut = ended.asFlux().filter(session.id()::equals);
        Flux<?> over = Flux.interval(look)
                .onBackpressureDrop()
                // A store that does not answer leaves the session as it is.
                .concatMap(tick -> epochs.accept(session).onErrorReturn(true))
                .filter(accepted -> !accepted);
        return Flux.merge(signedOut, over).next();
    }
}
