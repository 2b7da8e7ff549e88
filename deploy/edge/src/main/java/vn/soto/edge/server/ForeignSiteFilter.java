package vn.soto.edge.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.soto.web.Problem;
import vn.soto.web.ProblemResponses;

/**
 * Refuses changes of state that a page of another site could have sent in a user's name. A request whose method is not
 * safe needs a content type, also without a body. The type is one that no browser sends to another site without asking
 * that site first (Fetch, "CORS-safelisted request-header"). {@code Sec-Fetch-Site} and {@code Origin}, if present,
 * must name this site. One of the two must be there with the cookie of a session, and with a form, which pages alone
 * take. Only browsers send cookies and forms, and they send both headers, older ones {@code Origin} alone. The filter
 * precedes the sign-in, reads no body, and holds for every address.
 */
final class ForeignSiteFilter implements WebFilter, Ordered {

    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);
    private static final Set<String> SAME_SITE = Set.of("same-origin", "none");
    private static final Set<String> SENT_UNASKED =
            Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");
    private static final String FORM = "application/x-www-form-urlencoded";

    /** The addresses of programs, which send no forms; all others are pages for people. */
    private static final List<String> TAKE_NO_FORMS = List.of("/api/", "/actuator/");

    private static final String TYPE = "[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+";

    private final Set<String> origins;
    private final ClientAddress clients;

    /** @param origins further origins that count as this site, such as the outer address of a proxy */
    ForeignSiteFilter(List<String> origins, ClientAddress clients) {
        this.origins = Set.copyOf(origins);
        this.clients = clients;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 2;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (SAFE.contains(exchange.getRequest().getMethod())) {
            return chain.filter(exchange);
        }
        HttpHeaders headers = exchange.getRequest().getHeaders();
        boolean form = isForm(exchange.getRequest());
        boolean ofABrowser = form || SessionCookieName.isSentWith(exchange.getRequest());
        if (!ownSite(exchange.getRequest()) || (ofABrowser && !namesItsSite(headers))) {
            return refuse(Problem.of(403, "foreign-site"), exchange);
        }
        return form || ownContent(headers)
                ? chain.filter(exchange)
                : refuse(Problem.of(415, "content-type").titled("request.title"), exchange);
    }

    /** The fault of a form, if the request sends one; a later reader gets the form that was read. */
    static Mono<Optional<Problem>> fault(ServerWebExchange exchange) {
        return !isForm(exchange.getRequest())
                ? Mono.just(Optional.empty())
                : exchange.getFormData()
                        .thenReturn(Optional.<Problem>empty())
                        .onErrorResume(
                                DataBufferLimitException.class,
                                e -> Mono.just(Optional.of(ServerProblems.formTooLarge())))
                        .onErrorResume(
                                IllegalArgumentException.class,
                                e -> Mono.just(Optional.of(ServerProblems.malformed())));
    }

    private static boolean isForm(ServerHttpRequest request) {
        String path = request.getPath().pathWithinApplication().value();
        return request.getMethod().equals(HttpMethod.POST)
                && TAKE_NO_FORMS.stream().noneMatch(path::startsWith)
                && FORM.equals(type(request.getHeaders()));
    }

    /** A page's own request; one that a person typed ({@code none}) changes nothing. */
    private static boolean namesItsSite(HttpHeaders headers) {
        List<String> site = headers.getOrDefault("Sec-Fetch-Site", List.of());
        return site.isEmpty() ? headers.containsHeader(HttpHeaders.ORIGIN) : site.equals(List.of("same-origin"));
    }

    private static Mono<Void> refuse(Problem problem, ServerWebExchange exchange) {
        return ProblemResponses.write(problem, ServerProblems.TEXTS, exchange);
    }

    private boolean ownSite(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        String scheme = Transport.of(request, clients) == Transport.TLS ? "https" : "http";
        return headers.getOrDefault("Sec-Fetch-Site", List.of()).stream().allMatch(SAME_SITE::contains)
                && headers.getOrDefault(HttpHeaders.ORIGIN, List.of()).stream()
                        .allMatch(origin -> own(origin, scheme, headers.getFirst(HttpHeaders.HOST)));
    }

    /** @param scheme by which the request came, here or at a trusted proxy */
    private boolean own(String origin, String scheme, @Nullable String host) {
        if (origins.contains(origin)) {
            return true;
        }
        try {
            URI site = new URI(origin);
            String port = "https".equals(scheme) ? ":443" : ":80";
            return host != null
                    && scheme.equals(site.getScheme())
                    && site.getRawAuthority() != null
                    && withoutPort(site.getRawAuthority(), port).equals(withoutPort(host, port));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String withoutPort(String authority, String port) {
        String lower = authority.toLowerCase(Locale.ROOT);
        return lower.endsWith(port) ? lower.substring(0, lower.length() - port.length()) : lower;
    }

    private static boolean ownContent(HttpHeaders headers) {
        String type = type(headers);
        return type.matches(TYPE) && !SENT_UNASKED.contains(type);
    }

    /** The one type without its parameters; empty if there is none, or there are several. */
    private static String type(HttpHeaders headers) {
        List<String> types = headers.getOrDefault(HttpHeaders.CONTENT_TYPE, List.of());
        return types.size() == 1 ? types.getFirst().split(";", 2)[0].strip().toLowerCase(Locale.ROOT) : "";
    }
}
