package vn.soto.edge.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.soto.web.Problem;
import vn.soto.web.ProblemResponses;

/**
 * Refuses a request that names another host than this server, against DNS rebinding. An attacker who points a name of
 * theirs at this machine would have its pages read and changed, as pages of their own site. Ours are the names of this
 * machine for itself, the address that the connection came to, and the configured names, on any port. {@code /actuator}
 * is answered by any name and without one, because probes and scrapers ask by names of nodes. A {@code Host} that is
 * there twice is refused everywhere.
 */
final class HostFilter implements WebFilter, Ordered {

    private static final Pattern HOST =
            Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9._-]{1,253})(?::\\d{1,5})?");
    private static final String LOCALHOST = "localhost";
    private static final String ACTUATOR = "/actuator";

    private final Set<String> names;

    /** @param names host names and addresses, without a port, that count as this server */
    HostFilter(Collection<String> names) {
        this.names = names.stream()
                .map(name -> name(name)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "soto.http.hosts: \"" + name + "\" is no host name or address")))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        List<String> hosts = request.getHeaders().getOrDefault(HttpHeaders.HOST, List.of());
        if (hosts.size() > 1) {
            return refuse(ServerProblems.malformed(), exchange);
        }
        boolean ours = isOfTheActuator(request)
                || (!hosts.isEmpty()
                        && name(hosts.getFirst())
                                .filter(name -> isOurs(name, request))
                                .isPresent());
        return ours ? chain.filter(exchange) : refuse(ServerProblems.unknownHost(), exchange);
    }

    private static Mono<Void> refuse(Problem problem, ServerWebExchange exchange) {
        return ProblemResponses.write(problem, ServerProblems.TEXTS, exchange);
    }

    private static boolean isOfTheActuator(ServerHttpRequest request) {
        String path = request.getPath().pathWithinApplication().value();
        return path.equals(ACTUATOR) || path.startsWith(ACTUATOR + "/");
    }

    private boolean isOurs(String name, ServerHttpRequest request) {
        if (name.equals(LOCALHOST) || name.endsWith("." + LOCALHOST) || names.contains(name)) {
            return true;
        }
        InetAddress address = literal(name);
        return address != null && (address.isLoopbackAddress() || address.equals(local(request)));
    }

    private static @Nullable InetAddress local(ServerHttpRequest request) {
        InetSocketAddress local = request.getLocalAddress();
        return local == null ? null : local.getAddress();
    }

    private static @Nullable InetAddress literal(String name) {
        try {
            return InetAddress.ofLiteral(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The name without the port, brackets and a final dot, in lower case; empty if it is none. */
    private static Optional<String> name(String host) {
        Matcher matcher = HOST.matcher(host);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name = Objects.requireNonNull(matcher.group(1)).toLowerCase(Locale.ROOT);
        return Optional.of(name.startsWith("[") ? name.substring(1, name.length() - 1) : name.replaceAll("\\.$", ""));
    }
}
