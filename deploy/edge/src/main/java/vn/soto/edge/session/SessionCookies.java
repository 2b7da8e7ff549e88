package vn.soto.edge.session;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import vn.soto.edge.server.ClientAddress;
import vn.soto.edge.server.SessionCookieName;
import vn.soto.edge.server.Transport;
import vn.soto.web.ProvenAt;

/**
 * The cookie of a session: {@code __Host-soto} over TLS, {@code soto-<port>} on loopback, none elsewhere. The name without a prefix is
 * read on loopback alone, because another host of the same domain could set it.
 */
public record SessionCookies(SessionCodec codec, ClientAddress clients) {

    /** Whether a session may begin on this connection. */
    public boolean areAllowed(ServerHttpRequest request) {
        return Transport.of(request, clients) != Transport.PLAIN;
    }

    /** The session of the request, if its cookie is one of ours and not over; its epoch is not looked at. */
    public Optional<Session> read(ServerHttpRequest request) {
        Transport transport = Transport.of(request, clients);
        return transport == Transport.PLAIN
                ? Optional.empty()
                : Optional.ofNullable(request.getCookies().getFirst(name(transport, request)))
                        .map(HttpCookie::getValue)
                        .flatMap(codec::decode);
    }

    /** A session that begins with the next request, of somebody who has just shown the password. */
    public Session begin(String account, long epoch, Set<String> authorities, ServerWebExchange exchange) {
        return begin(codec.begin(account, epoch, authorities), exchange);
    }

    /**
     * A session that begins with the next request.
     *
     * @param proven when the person showed the password, or signed in at the issuer
     */
    public Session begin(
            String account, long epoch, Set<String> authorities, ProvenAt proven, ServerWebExchange exchange) {
        return begin(codec.begin(account, epoch, authorities).provenAt(proven.at()), exchange);
    }

    private Session begin(Session session, ServerWebExchange exchange) {
        set(session, exchange);
        return session;
    }

    /** Sets the cookie; the session goes on with the next request. */
    void set(Session session, ServerWebExchange exchange) {
        add(codec.encode(session), SessionCodec.LIFE, exchange);
    }

    /** Takes the cookie away. */
    public void clear(ServerWebExchange exchange) {
        add("", Duration.ZERO, exchange);
    }

    private void add(String value, Duration life, ServerWebExchange exchange) {
        Transport transport = Transport.of(exchange.getRequest(), clients);
        if (transport != Transport.PLAIN) {
            exchange.getResponse().addCookie(of(name(transport, exchange.getRequest()), value, life, transport));
        }
    }

    /** A cookie that scripts cannot read and that other sites' pages do not send along with a change. */
    public static ResponseCookie of(String name, String value, Duration life, Transport transport) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(transport == Transport.TLS)
                .sameSite("Lax")
                .maxAge(life)
                .build();
    }

    private static String name(Transport transport, ServerHttpRequest request) {
        return transport.cookie(SessionCookieName.NAME, request);
    }

    Optional<Session> renewed(Session session) {
        return codec.renewed(session);
    }
}
