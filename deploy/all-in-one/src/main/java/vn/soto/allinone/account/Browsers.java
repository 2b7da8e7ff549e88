package vn.soto.allinone.account;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.edge.server.ClientAddress;
import vn.soto.edge.server.Transport;
import vn.soto.edge.session.Session;
import vn.soto.edge.session.SessionCookies;
import vn.soto.edge.session.SessionStreams;
import vn.soto.web.ProvenAt;

/**
 * The cookies of browsers: the session's, and one with a random secret that tells this device from others. The second says nothing
 * about anybody; it stays when the session ends, so that the people who share a phone can switch with their PINs.
 */
final class Browsers {

    private static final String DEVICE = "soto-device";

    /** The most that browsers keep. */
    private static final Duration DEVICE_LIFE = Duration.ofDays(400);

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int SECRET_BYTES = 16;

    private final SessionCookies sessions;
    private final SessionStreams streams;
    private final ClientAddress clients;
    private final SecureRandom random = new SecureRandom();

    Browsers(SessionCookies sessions, SessionStreams streams, ClientAddress clients) {
        this.sessions = sessions;
        this.streams = streams;
        this.clients = clients;
    }

    boolean maySignIn(ServerHttpRequest request) {
        return sessions.areAllowed(request);
    }

    String client(ServerHttpRequest request) {
        return clients.name(request);
    }

    /** The secret of the device, if it has one. */
    Optional<String> device(ServerHttpRequest request) {
        return Optional.ofNullable(request.getCookies()
                        .getFirst(Transport.of(request, clients).cookie(DEVICE, request)))
                .map(HttpCookie::getValue)
                .filter(SECRET.asMatchPredicate());
    }

    String freshDevice() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** Begins a session with the password, and keeps the device's secret for longer. */
    Session begin(LocalAccount account, String device, ServerWebExchange exchange) {
        keepDevice(device, exchange);
        return sessions.begin(account.id().value(), account.epoch(), authorities(account), exchange);
    }

    /** The same with a PIN, which does not prove who it is. */
    Session beginByPin(LocalAccount account, String device, ServerWebExchange exchange) {
        keepDevice(device, exchange);
        return sessions.begin(account.id().value(), account.epoch(), authorities(account), ProvenAt.NEVER, exchange);
    }

    private void keepDevice(String device, ServerWebExchange exchange) {
        Transport transport = Transport.of(exchange.getRequest(), clients);
        String name = transport.cookie(DEVICE, exchange.getRequest());
        exchange.getResponse().addCookie(SessionCookies.of(name, device, DEVICE_LIFE, transport));
    }

    /** Ends the session of this browser, whose cookie is taken away whatever comes of it. */
    Mono<Void> end(ServerWebExchange exchange) {
        sessions.clear(exchange);
        return Mono.justOrEmpty(sessions.read(exchange.getRequest())).flatMap(streams::end);
    }

    /** The authorities that the sign-in asserts; they count only before the ledger's first grant. */
    static Set<String> authorities(LocalAccount account) {
        return account.assertedRoles().stream()
                .map(role -> "ROLE_" + role.name())
                .collect(Collectors.toUnmodifiableSet());
    }
}
