package vn.soto.edge;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Requests of one method at some addresses. Spring Security would ask a matcher for each address in turn, at every
 * request, and write each into a log that is off.
 */
public final class RequestsAt implements ServerWebExchangeMatcher {

    private final HttpMethod method;
    private final List<PathPattern> addresses;

    /** @param patterns of the addresses */
    public RequestsAt(HttpMethod method, String... patterns) {
        this.method = method;
        this.addresses = Stream.of(patterns)
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    @Override
    public Mono<MatchResult> matches(ServerWebExchange exchange) {
        return isOne(exchange.getRequest()) ? MatchResult.match() : MatchResult.notMatch();
    }

    private boolean isOne(ServerHttpRequest request) {
        PathContainer path = request.getPath().pathWithinApplication();
        return method.equals(request.getMethod()) && addresses.stream().anyMatch(address -> address.matches(path));
    }
}
