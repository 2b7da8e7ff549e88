package vn.soto.edge.session;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Ends sessions. {@code POST /sign-out} ends this browser's, whose cookie no node takes any more.
 * {@code POST /sign-out-everywhere} raises the account's epoch, which ends its sessions on every device and node. A
 * form is told so and not sent on: at an issuer, that would sign in again. A script gets 204. It follows the sign-in.
 */
public record SignOut(SessionCookies cookies, Epochs epochs, SessionStreams streams) implements WebFilter {

    private static final String HERE = "/sign-out";
    private static final String EVERYWHERE = "/sign-out-everywhere";
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final String SIGNED_OUT = "Đã đăng xuất. / Signed out.\n";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getMethod().equals(HttpMethod.POST)) {
            return chain.filter(exchange);
        }
        return switch (exchange.getRequest().getPath().pathWithinApplication().value()) {
            case HERE -> ended(exchange);
            case EVERYWHERE -> everywhere(exchange, chain);
            default -> chain.filter(exchange);
        };
    }

    /** Nobody known is told to sign in, by what follows. */
    private Mono<Void> everywhere(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal()
                .map(Principal::getName)
                .flatMap(account -> epochs.raise(account).thenReturn(true))
                .defaultIfEmpty(false)
                .flatMap(raised -> raised ? ended(exchange) : chain.filter(exchange));
    }

    private Mono<Void> ended(ServerWebExchange exchange) {
        cookies.clear(exchange);
        return Mono.justOrEmpty(cookies.read(exchange.getRequest()))
                .flatMap(streams::end)
                .then(Mono.defer(() -> answer(exchange)));
    }

    private static Mono<Void> answer(ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        boolean form = MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(
                exchange.getRequest().getHeaders().getContentType());
        response.setStatusCode(form ? HttpStatus.OK : HttpStatus.NO_CONTENT);
        if (!form) {
            return response.setComplete();
        }
        response.getHeaders().setContentType(TEXT);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(SIGNED_OUT.getBytes(StandardCharsets.UTF_8))));
    }

    /** Asked for at each request. */
    @Override
    public String toString() {
        return "SignOut";
    }
}
