package vn.soto.edge;

import java.util.List;
import java.util.Locale;
import org.springframework.web.server.ServerWebExchange;

/** Which of a text's two languages a reader wants: Vietnamese unless English comes first. */
final class Language {

    private Language() {}

    static boolean english(ServerWebExchange exchange) {
        List<Locale> wanted = exchange.getRequest().getHeaders().getAcceptLanguageAsLocales();
        return !wanted.isEmpty() && wanted.getFirst().getLanguage().equals("en");
    }
}
