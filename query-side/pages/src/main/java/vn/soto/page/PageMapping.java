package vn.soto.page;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.handler.AbstractHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Takes the requests of browsers for pages: what is asked for as HTML, but for the addresses of others. */
@Component
final class PageMapping extends AbstractHandlerMapping {

    /** Before the endpoints: there are some hundred of them, which would all be compared with the address first. */
    static final int BEFORE_ENDPOINTS = -10;

    /** Where endpoints answer, whatever is accepted. */
    private static final List<String> OTHERS = List.of("/api/", "/assets/", "/actuator", "/sign-");

    private final PageHandler pages;

    PageMapping(PageHandler pages) {
        this.pages = pages;
        setOrder(BEFORE_ENDPOINTS);
    }

    @Override
    protected Mono<Object> getHandlerInternal(ServerWebExchange exchange) {
        return isForAPage(exchange.getRequest()) ? Mono.just(pages) : Mono.empty();
    }

    private static boolean isForAPage(ServerHttpRequest request) {
        String path = request.getPath().pathWithinApplication().value();
        return (request.getMethod().equals(HttpMethod.GET)
                        || request.getMethod().equals(HttpMethod.HEAD))
                && !path.equals("/api")
                && OTHERS.stream().noneMatch(path::startsWith)
                && request.getHeaders().getAccept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }
}
