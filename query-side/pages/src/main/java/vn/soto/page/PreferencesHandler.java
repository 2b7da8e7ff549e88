package vn.soto.page;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Keeps what a reader chooses for all pages in cookies of the browser, and goes back to the page. */
@Component
final class PreferencesHandler implements PlacedHandler {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final List<String> NAMES = List.of(Preferences.LANGUAGE, Preferences.SIZE, Preferences.THEME);

    @Override
    public List<String> addresses() {
        return List.of("/preferences");
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        MultiValueMap<String, String> given = exchange.getRequest().getQueryParams();
        for (String name : NAMES) {
            String value = given.getFirst(name.substring("soto-".length()));
            if (value != null && value.matches("[a-z]{0,8}")) {
                exchange.getResponse()
                        .addCookie(ResponseCookie.from(name, value)
                                .path("/")
                                .httpOnly(true)
                                .sameSite("Lax")
                                .maxAge(value.isEmpty() ? Duration.ZERO : YEAR)
                                .build());
            }
        }
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse().getHeaders().setLocation(own(given.getFirst("to")));
        return exchange.getResponse().setComplete();
    }

    /** An address of this site; the first page instead of any other. */
    static URI own(@Nullable String to) {
        boolean path = to != null && to.matches("/[\\x21-\\x7e]*") && !to.startsWith("//") && to.indexOf('\\') < 0;
        try {
            return path ? URI.create(to) : URI.create("/");
        } catch (IllegalArgumentException e) {
            return URI.create("/");
        }
    }
}
