package vn.soto.edge;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sends a browser that asks for a page to the sign-in, and back to that page; everybody else is answered as before. */
public record BrowserEntryPoint(ServerAuthenticationEntryPoint others) implements ServerAuthenticationEntryPoint {

    private static final String API = "/api/";
    private static final String BY_SCRIPT = "HX-Request";

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException error) {
        ServerHttpRequest request = exchange.getRequest();
        if (!asksForAPage(request)) {
            return others.commence(exchange, error);
        }
        return goTo("/sign-in", exchange);
    }

    /** Sends a browser to a page of signing in that leads back to the page asked for. */
    public static Mono<Void> goTo(String path, ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        URI asked = request.getURI();
        String to = asked.getRawQuery() == null ? asked.getRawPath() : asked.getRawPath() + "?" + asked.getRawQuery();
        String page = path + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
        if (request.getHeaders().containsHeader(BY_SCRIPT)) {
            // A script would take the page it is redirected to for the part of the page that it asked for.
            exchange.getResponse().setStatusCode(HttpStatus.UNAUTHORIZED);
            exchange.getResponse().getHeaders().set("HX-Redirect", page);
        } else {
            exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
            exchange.getResponse().getHeaders().setLocation(URI.create(page));
        }
        return exchange.getResponse().setComplete();
    }

    /** Whether a browser asks for something to show to a person, or sends what a person filled in. */
    public static boolean asksForAPage(ServerHttpRequest request) {
        return (request.getMethod().equals(HttpMethod.GET)
                        || request.getMethod().equals(HttpMethod.POST))
                && !request.getPath().pathWithinApplication().value().startsWith(API)
                && !request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                && request.getHeaders().getAccept().contains(MediaType.TEXT_HTML);
    }
}
