package vn.soto.web;

import java.util.List;
import java.util.Locale;
import org.springframework.web.server.ServerWebExchange;

/** The languages of texts: Vietnamese, or English if {@code Accept-Language} names it first. */
public final class Language {

    public static final Locale VIETNAMESE = Locale.of("vi");

    private Language() {}

    public static Locale of(ServerWebExchange exchange) {
        List<Locale> wanted = exchange.getRequest().getHeaders().getAcceptLanguageAsLocales();
        return wanted.isEmpty() ? VIETNAMESE : supported(wanted.getFirst());
    }

    /** The language of answers to a reader with this locale. */
    static Locale supported(Locale locale) {
        return locale.getLanguage().equals("en") ? Locale.ENGLISH : VIETNAMESE;
    }
}
