package vn.soto.page;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.web.server.ServerWebExchange;
import vn.soto.web.Language;

/**
 * A reader's choices for all pages, kept in cookies of the browser, so that pages have them without a script.
 *
 * @param size  of the text: empty, {@code large} or {@code larger}
 * @param theme empty for that of the device, {@code light} or {@code dark}
 */
public record Preferences(Locale language, String size, String theme) {

    static final String LANGUAGE = "soto-language";
    static final String SIZE = "soto-size";
    static final String THEME = "soto-theme";

    public static Preferences of(ServerWebExchange exchange) {
        String language = chosen(exchange, LANGUAGE, Set.of("vi", "en"));
        return new Preferences(
                language.isEmpty() ? Language.of(exchange) : Language.of(language),
                chosen(exchange, SIZE, Set.of("large", "larger")),
                chosen(exchange, THEME, Set.of("light", "dark")));
    }

    private static String chosen(ServerWebExchange exchange, String name, Set<String> values) {
        @Nullable HttpCookie cookie = exchange.getRequest().getCookies().getFirst(name);
        return cookie != null && values.contains(cookie.getValue()) ? cookie.getValue() : "";
    }
}
