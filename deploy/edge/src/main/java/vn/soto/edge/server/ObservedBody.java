package vn.soto.edge.server;

import java.util.function.UnaryOperator;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A request whose body can be received before anybody asks for it, or observed while somebody reads it. */
final class ObservedBody extends ServerHttpRequestDecorator {

    private volatile UnaryOperator<Flux<DataBuffer>> passage = body -> body;

    ObservedBody(ServerHttpRequest request) {
        super(request);
    }

    /** Whether a body may come: a method that has one, and no length of 0. */
    boolean mayCome() {
        return !HttpMethod.GET.equals(getMethod())
                && !HttpMethod.HEAD.equals(getMethod())
                && getHeaders().getContentLength() != 0;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return Flux.defer(() -> passage.apply(super.getBody()));
    }

    void observe(UnaryOperator<Flux<DataBuffer>> by) {
        passage = by;
    }

    /**
     * Receives the whole body into memory, from which it is read afterwards. Fails with a {@link
     * org.springframework.core.io.buffer.DataBufferLimitException} if there is more of it.
     */
    Mono<Void> receive(int most) {
        return DataBufferUtils.join(super.getBody(), most)
                .map(ObservedBody::bytes)
                .defaultIfEmpty(new byte[0])
                .doOnNext(received -> passage =
                        gone -> Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(received))))
                .then();
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
