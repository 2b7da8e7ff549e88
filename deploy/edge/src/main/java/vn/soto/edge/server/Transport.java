package vn.soto.edge.server;

import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** How a request came, which decides whether it may carry a session, and the name of its cookie. */
public enum Transport {
    /** over TLS, ended here or at a trusted proxy that says so */
    TLS,
    /** without TLS, from this machine */
    LOOPBACK,
    /** without TLS, over a network: whoever listens would be signed in too */
    PLAIN;

    private static final String PREFIX = "__Host-";
    private static final String FORWARDED = "X-Forwarded-Proto";
    private static final Pattern PORT = Pattern.compile(":(\\d{1,5})$");

    public static Transport of(ServerHttpRequest request, ClientAddress clients) {
        if (request.getSslInfo() != null
                || "https".equalsIgnoreCase(request.getURI().getScheme())) {
            return TLS;
        }
        if (clients.isOfTrustedProxy(request)) {
            return "https".equalsIgnoreCase(request.getHeaders().getFirst(FORWARDED)) ? TLS : PLAIN;
        }
        InetSocketAddress remote = request.getRemoteAddress();
        return remote != null
                        && remote.getAddress() != null
                        && remote.getAddress().isLoopbackAddress()
                ? LOOPBACK
                : PLAIN;
    }

    /**
     * The name of a cookie. Over TLS it has the prefix that no other host of the same domain can set (RFC 6265bis).
     * Without TLS it has the port that the browser asks, because browsers send the cookies of a host to all of its
     * ports.
     */
    public String cookie(String name, ServerHttpRequest request) {
        return this == TLS ? PREFIX + name : name + "-" + port(request);
    }

    private static String port(ServerHttpRequest request) {
        Matcher port =
                PORT.matcher(Objects.requireNonNullElse(request.getHeaders().getFirst(HttpHeaders.HOST), ""));
        return port.find() ? Objects.requireNonNull(port.group(1)) : "80";
    }
}
