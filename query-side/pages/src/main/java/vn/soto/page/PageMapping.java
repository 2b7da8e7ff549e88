package vn.soto.page;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.handler.AbstractHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Takes the requests of browsers for pages: what no endpoint answers, asked for as HTML. */
@Component
final class PageMapping extends AbstractHandlerMapping {

    /** After the endpoints, before what says that there is no such address. */
    private static final int AFTER_ENDPOINTS = 10;

    private static final List<String> OTHERS = List.of("/api/", "/assets/", "/actuator", "/sign-");

    private final PageHandler pages;

    PageMapping(PageHandler pages) {
        this.pages = pages;
        setOrder(AFTER_ENDPOINTS);
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
