package vn.soto.query.http;

import java.net.URI;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.query.reading.Asker;
import vn.soto.query.reading.Reader;
import vn.soto.web.AnswerKeys;
import vn.soto.web.PageReading;

/**
 * The reader of personal data, as the register of reads names it. What it may see is decided by {@link Reader}.
 *
 * @param account  name of the account; empty for an anonymous reader
 * @param question address that was asked, {@link RecordedAddress without words that were typed}: of a page, if the answer is part of one
 */
public record Viewer(String account, String question) {

    public static Mono<Viewer> of(ServerWebExchange exchange) {
        return asker(exchange).map(asker -> new Viewer(asker.account(), asker.question()));
    }

    /** Who asks, as sign-in says. */
    public static Mono<Asker> asker(ServerWebExchange exchange) {
        PageReading page = exchange.getAttribute(AnswerKeys.PAGE);
        String question = page == null
                ? RecordedAddress.of(question(exchange.getRequest().getURI()))
                : page.recorded(RecordedAddress::of);
        return exchange.<Authentication>getPrincipal()
                .filter(Authentication::isAuthenticated)
                .map(who -> Asker.of(who, question))
                .defaultIfEmpty(Asker.nobody(question))
                .map(asker -> exchange.getAttribute(AnswerKeys.SHARED) == null ? asker : asker.alsoForOthers());
    }

    private static String question(URI address) {
        String parameters = address.getRawQuery();
        return parameters == null ? address.getRawPath() : address.getRawPath() + "?" + parameters;
    }
}
