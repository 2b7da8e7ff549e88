package vn.soto.query.http;

import java.net.URI;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.query.reading.Asker;
import vn.soto.query.reading.NamesReason;
import vn.soto.web.AnswerKeys;
import vn.soto.web.PageReading;

/** Tells who asks. */
public final class Askers {

    private Askers() {}

    /**
     * The asker, as sign-in says, and the question. For a part of a page it is the page's question.
     */
    public static Mono<Asker> of(ServerWebExchange exchange) {
        PageReading page = exchange.getAttribute(AnswerKeys.PAGE);
        String question = page == null ? question(exchange.getRequest().getURI()) : page.address();
        return exchange.<Authentication>getPrincipal()
                .filter(Authentication::isAuthenticated)
                .map(who -> Asker.of(who, question))
                .defaultIfEmpty(Asker.nobody(question))
                .map(asker -> page == null ? asker : takingOut(asker, page))
                .map(asker -> exchange.getAttribute(AnswerKeys.SHARED) == null ? asker : asker.alsoForOthers());
    }

    private static Asker takingOut(Asker asker, PageReading page) {
        Optional<NamesReason> why = page.reason().map(NamesReason::parse);
        return why.isPresent() || page.isUnnamed()
                ? asker.takingOut(page.isUnnamed(), why.isPresent() ? why.get() : null)
                : asker;
    }

    private static String question(URI address) {
        String parameters = address.getRawQuery();
        return parameters == null ? address.getRawPath() : address.getRawPath() + "?" + parameters;
    }
}
