package vn.soto.edge.server;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The name of the cookie that signs a browser in. */
public final class SessionCookieName {

    public static final String NAME = "soto";

    private SessionCookieName() {}

    /** Whether the request carries such a cookie, valid or not, and no other credentials, which go before it. */
    public static boolean isSentWith(ServerHttpRequest request) {
        return !request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                && (request.getCookies().containsKey(Transport.LOOPBACK.cookie(NAME, request))
                        || request.getCookies().containsKey(Transport.TLS.cookie(NAME, request)));
    }
}
