package vn.soto.edge.server;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/**
 * Gives every answer the {@link SecurityHeaders}, and every request an {@link ObservedBody}, in front of all filters and of the handler of
 * failures.
 */
record HeaderedAnswers(ClientAddress clients) implements HttpHandlerDecoratorFactory {

    private static final String FORWARDED = "X-Forwarded-Proto";

    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) -> {
            boolean secure = isSecure(request);
            response.beforeCommit(() -> Mono.fromRunnable(() -> complete(response.getHeaders(), secure)));
            ObservedBody observed = new ObservedBody(request);
            // Filters make other requests of this one, so it is found in the context.
            return handler.handle(observed, response)
                    .contextWrite(context -> context.put(ObservedBody.class, observed));
        };
    }

    private boolean isSecure(ServerHttpRequest request) {
        return request.getSslInfo() != null
                || "https".equalsIgnoreCase(request.getURI().getScheme())
                || (clients.isOfTrustedProxy(request)
                        && "https".equalsIgnoreCase(request.getHeaders().getFirst(FORWARDED)));
    }

    /** Headers that an answer has set itself stay. */
    private static void complete(HttpHeaders headers, boolean secure) {
        SecurityHeaders.forEach(secure, (name, value) -> {
            if (!headers.containsHeader(name)) {
                headers.set(name, value);
            }
        });
    }
}
