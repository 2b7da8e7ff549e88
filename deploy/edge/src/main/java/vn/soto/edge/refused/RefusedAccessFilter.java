package vn.soto.edge.refused;

import java.security.Principal;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.soto.web.RefusalNotes;

/** Records what a request's sender had no right to. It follows the sign-in, so the sender is known. */
record RefusedAccessFilter(RefusedAccessRecorder recorder) implements WebFilter, Ordered {

    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal()
                .map(Principal::getName)
                .defaultIfEmpty("")
                .flatMap(account -> chain.filter(exchange).doFinally(end -> record(account, exchange)));
    }

    private void record(String account, ServerWebExchange exchange) {
        RefusalNotes.of(exchange)
                .forEach((note, times) -> recorder.record(account, note.operation(), note.lacking(), times));
    }

    /** Asked for at each request. */
    @Override
    public String toString() {
        return "RefusedAccessFilter";
    }
}
