package vn.soto.open.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.open.OpenSettings;
import vn.soto.page.OpenVerify;
import vn.soto.page.PlacedHandler;
import vn.soto.web.ClientNames;
import vn.soto.web.Language;
import vn.soto.web.MemoryShare;
import vn.soto.web.RequestRate;
import vn.soto.web.SharedResults;

/**
 * Answers the addresses that need no account. An answer is made once for everybody and for {@link OpenAnswers#MADE_FOR}; each
 * address of a client has a pace. Without the setting there is nothing at these addresses.
 */
@Component
final class OpenHandler implements PlacedHandler, OpenVerify {

    private static final String SHEET = "/verify/";
    private static final String CODE = "code";

    /** Longer ones are no codes. */
    private static final int LONGEST_CODE = 60;

    private static final Duration BUSY = Duration.ofSeconds(5);

    private final OpenSettings settings;
    private final OpenAnswers pages;
    private final OpenPlaces places;
    private final ClientNames clients;
    private final OpenMoment moment;
    private final RequestRate<String> pace;
    private final RequestRate<String> paceOfCodes;
    private final SharedResults<Key, OpenAnswer> answers = new SharedResults<>(
            MemoryShare.OPEN_ANSWERS.bytes(),
            answer -> answer.isFound() ? OptionalLong.of(answer.bytes().length) : OptionalLong.empty());

    OpenHandler(OpenSettings settings, OpenAnswers pages, OpenPlaces places, ClientNames clients, OpenMoment moment) {
        this.settings = settings;
        this.pages = pages;
        this.places = places;
        this.clients = clients;
        this.moment = moment;
        this.pace = new RequestRate<>(settings.perMinute(), System::nanoTime);
        this.paceOfCodes = new RequestRate<>(settings.codesPerMinute(), System::nanoTime);
    }

    /** @param span of time for which an answer is made */
    private record Key(OpenAddress address, long span) {}

    @Override
    public List<String> addresses() {
        return List.of(OpenAddress.ROOT, OpenAddress.ROOT + "/**", SHEET + "*");
    }

    @Override
    public boolean isOpen() {
        return settings.enabled();
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        HttpMethod method = exchange.getRequest().getMethod();
        if (!settings.enabled()) {
            return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            exchange.getResponse().setStatusCode(HttpStatus.METHOD_NOT_ALLOWED);
            return exchange.getResponse().setComplete();
        }
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        return path.startsWith(OpenAddress.ROOT) ? open(path, exchange) : verify(path, exchange);
    }

    private Mono<Void> open(String path, ServerWebExchange exchange) {
        Optional<OpenAddress> address = OpenAddress.parse(path);
        Locale language = address.map(OpenAddress::language).orElse(Language.VIETNAMESE);
        return paced(
                pace,
                language,
                exchange,
                () -> address.map(this::shared).orElseGet(() -> places.run(() -> pages.missing(language, false))));
    }

    private Mono<OpenAnswer> shared(OpenAddress address) {
        return answers.of(new Key(address, moment.span()), () -> places.run(() -> pages.of(address)));
    }

    private Mono<Void> verify(String path, ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        String code = path.startsWith(SHEET)
                ? path.substring(SHEET.length())
                : Optional.ofNullable(exchange.getRequest().getQueryParams().getFirst(CODE))
                        .orElse("");
        return code.isEmpty()
                ? paced(pace, language, exchange, () -> places.run(() -> pages.form(language)))
                : paced(
                        paceOfCodes,
                        language,
                        exchange,
                        () -> places.run(() -> code.length() > LONGEST_CODE
                                ? pages.missing(language, true)
                                : pages.sheet(code, language)));
    }

    private Mono<Void> paced(
            RequestRate<String> rate, Locale language, ServerWebExchange exchange, Supplier<Mono<OpenAnswer>> answer) {
        Duration wait = rate.admit(clients.name(exchange.getRequest()));
        return wait.isPositive()
                ? refused(HttpStatus.TOO_MANY_REQUESTS, "too-fast", wait, language, exchange)
                : answer.get()
                        .map(Optional::of)
                        .onErrorResume(RejectedExecutionException.class, _ -> Mono.just(Optional.empty()))
                        .flatMap(made -> made.map(found -> found.write(exchange))
                                .orElseGet(() ->
                                        refused(HttpStatus.SERVICE_UNAVAILABLE, "busy", BUSY, language, exchange)));
    }

    /** A plain text, which takes no place. */
    private static Mono<Void> refused(
            HttpStatus status, String text, Duration wait, Locale language, ServerWebExchange exchange) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        byte[] bytes = new OpenTexts(language).t(text, seconds).getBytes(StandardCharsets.UTF_8);
        MediaType plain = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
        return new OpenAnswer(status.value(), plain, language, bytes, Duration.ZERO, "").write(exchange);
    }
}
