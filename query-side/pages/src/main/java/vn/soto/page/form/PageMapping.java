package vn.soto.page.form;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.handler.AbstractHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.page.PageHandler;
import vn.soto.page.PagesConfiguration;
import vn.soto.page.SentContent;

/** Takes the requests of browsers for pages: what is asked for as HTML, and forms, but for the addresses of others. */
@Component
final class PageMapping extends AbstractHandlerMapping {

    /** Beginnings of the addresses that endpoints answer, whatever type is accepted. */
    private static final List<String> OTHERS = List.of("/api/", "/assets/", "/actuator", "/sign-");

    private final PageHandler pages;
    private final FormHandler forms;

    PageMapping(PageHandler pages, FormHandler forms) {
        this.pages = pages;
        this.forms = forms;
        setOrder(PagesConfiguration.BEFORE_ENDPOINTS);
    }

    @Override
    protected Mono<Object> getHandlerInternal(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getPath().pathWithinApplication().value();
        if (path.equals("/api") || OTHERS.stream().anyMatch(path::startsWith)) {
            return Mono.empty();
        }
        boolean form = forms.hasFormAt(request.getPath().pathWithinApplication());
        if (form && (isFilledForm(request) || sendsAFile(request) || asksForAPage(request) || asksForAPart(request))) {
            return Mono.just(forms);
        }
        return asksForAPage(request) ? Mono.just(pages) : Mono.empty();
    }

    private static boolean isFilledForm(ServerHttpRequest request) {
        return request.getMethod().equals(HttpMethod.POST)
                && MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(
                        request.getHeaders().getContentType());
    }

    private boolean sendsAFile(ServerHttpRequest request) {
        return request.getMethod().equals(HttpMethod.POST)
                && SentContent.isFileIn(request)
                && forms.takesFilesAt(request.getPath().pathWithinApplication());
    }

    /** A search while something is typed into a form; the script that asks accepts anything. */
    private static boolean asksForAPart(ServerHttpRequest request) {
        return request.getMethod().equals(HttpMethod.GET)
                && request.getHeaders().containsHeader("HX-Request");
    }

    private static boolean asksForAPage(ServerHttpRequest request) {
        return (request.getMethod().equals(HttpMethod.GET)
                        || request.getMethod().equals(HttpMethod.HEAD))
                && request.getHeaders().getAccept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }
}
