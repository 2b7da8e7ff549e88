package vn.soto.query.http;

import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.query.reading.Asker;
import vn.soto.query.reading.Reader;

/**
 * The reader of personal data, as the register of reads names it. What it may see is decided by {@link Reader}.
 *
 * @param account  name of the account; empty for an anonymous reader
 * @param question address that was asked, with its parameters
 */
public record Viewer(String account, String question) {

    public static Mono<Viewer> of(ServerWebExchange exchange) {
        return Asker.of(exchange).map(asker -> new Viewer(asker.account(), asker.question()));
    }
}
