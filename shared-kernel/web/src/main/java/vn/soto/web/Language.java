package vn.soto.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * The languages of texts: Vietnamese, or English if {@code Accept-Language} names it first. No header is malformed: a
 * part that RFC 9110 does not allow is passed over, because a refusal needs a language too.
 */
public final class Language {

    public static final Locale VIETNAMESE = Locale.of("vi");

    /** The number of a header's parts that are read; browsers send fewer than ten. */
    private static final int MOST_RANGES = 32;

    /** An answer asks for texts a hundred times, and a bundle is looked up at length each time. */
    private static final Map<Texts, ResourceBundle> TEXTS = new ConcurrentHashMap<>();

    private Language() {}

    public static Locale of(ServerWebExchange exchange) {
        return of(exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** @param header value of {@code Accept-Language}; may be any text */
    public static Locale of(@Nullable String header) {
        if (header == null) {
            return VIETNAMESE;
        }
        List<Range> ranges = new ArrayList<>();
        for (String part : header.split(",", MOST_RANGES + 1)) {
            Range range = Range.parse(part);
            if (range != null && ranges.size() < MOST_RANGES) {
                ranges.add(range);
            }
        }
        return ranges.stream()
                .max(Comparator.comparingDouble(Range::quality)) // the first of equals
                .map(range -> supported(Locale.of(range.language())))
                .orElse(VIETNAMESE);
    }

    /** The language of answers to a reader with this locale. */
    public static Locale supported(Locale locale) {
        return isEnglish(locale) ? Locale.ENGLISH : VIETNAMESE;
    }

    public static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    /** The texts of a bundle in the language of answers to a reader with this locale; none in another language stands in for them. */
    public static ResourceBundle texts(String bundle, Locale locale) {
        return TEXTS.computeIfAbsent(new Texts(bundle, supported(locale)), Texts::read);
    }

    private record Texts(String bundle, Locale language) {

        ResourceBundle read() {
            return ResourceBundle.getBundle(
                    bundle,
                    language,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        }
    }

    /** @param language primary subtag, in lower case */
    private record Range(String language, double quality) {

        static @Nullable Range parse(String part) {
            String[] halves = part.split(";", 2);
            String language = halves[0].strip().split("-", 2)[0].toLowerCase(Locale.ROOT);
            double quality = halves.length == 1 ? 1 : quality(halves[1].strip());
            return language.matches("[a-z]{2,8}") && quality > 0 ? new Range(language, quality) : null;
        }

        private static double quality(String parameter) {
            return parameter.matches("[qQ]\\s*=\\s*(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")
                    ? Double.parseDouble(
                            parameter.substring(parameter.indexOf('=') + 1).strip())
                    : 0;
        }
    }
}
