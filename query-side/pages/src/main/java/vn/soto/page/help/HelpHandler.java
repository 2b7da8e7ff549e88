package vn.soto.page.help;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.page.ApiAnswer;
import vn.soto.page.InnerQuestions;
import vn.soto.page.Pages;
import vn.soto.page.PlacedHandler;
import vn.soto.page.Preferences;
import vn.soto.page.View;

/** Answers {@code /help}, {@code /help/words} and each step of each role's tour. */
@Component
public final class HelpHandler implements PlacedHandler {

    private static final String HELP = "/help";
    private static final List<String> WORDS = List.of(
            "assistance",
            "household",
            "mode",
            "late",
            "commit",
            "event",
            "chain",
            "then",
            "boundaries",
            "undecided",
            "correct",
            "void",
            "cancel",
            "second",
            "report",
            "differs",
            "understaffed",
            "consolidate",
            "verify",
            "sealed");

    private static final String ME = "/api/me";
    private static final String UNITS = "/api/units";

    private final Pages pages;
    private final InnerQuestions questions;

    HelpHandler(Pages pages, InnerQuestions questions) {
        this.pages = pages;
        this.questions = questions;
    }

    @Override
    public List<String> addresses() {
        return List.of("/help", "/help/**");
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        HttpMethod method = exchange.getRequest().getMethod();
        ServerHttpResponse response = exchange.getResponse();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            response.setStatusCode(HttpStatus.METHOD_NOT_ALLOWED);
            return response.setComplete();
        }
        String language = Preferences.of(exchange).language().getLanguage();
        return view(exchange)
                .flatMap(found -> questions.ask(ME, language, exchange).flatMap(me -> write(found, me, exchange)));
    }

    private Mono<Void> write(Optional<View> found, ApiAnswer me, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        View view = found.orElseGet(
                () -> new View(pages.text("help.missing", exchange), "help/help.jte", Map.of("tours", Tour.ALL)));
        byte[] bytes = pages.renderAlone(view, me, exchange);
        response.setStatusCode(found.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND);
        response.getHeaders().setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        response.getHeaders().setCacheControl("private, no-cache");
        response.getHeaders().setContentLength(bytes.length);
        return exchange.getRequest().getMethod().equals(HttpMethod.HEAD)
                ? response.setComplete()
                : response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
    }

    private Mono<Optional<View>> view(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        String[] names = path.substring(HELP.length()).split("/", -1);
        Optional<Tour> tour = names.length > 1 ? Tour.of(names[1]) : Optional.empty();
        return switch (names.length) {
            case 1 ->
                Mono.just(Optional.of(
                        new View(text("help.title", exchange), "help/help.jte", Map.of("tours", Tour.ALL))));
            case 2 ->
                Mono.just(names[1].equals("words") ? Optional.of(words(exchange)) : tour.map(it -> tour(it, exchange)));
            case 3 ->
                tour.filter(_ -> names[2].matches("[1-4]"))
                        .map(it ->
                                step(it, Integer.parseInt(names[2]), exchange).map(Optional::of))
                        .orElseGet(() -> Mono.just(Optional.empty()));
            default -> Mono.just(Optional.empty());
        };
    }

    private View words(ServerWebExchange exchange) {
        return new View(text("help.words", exchange), "help/words.jte", Map.of("words", WORDS));
    }

    private View tour(Tour tour, ServerWebExchange exchange) {
        return new View(text("help." + tour.role(), exchange), "help/tour.jte", Map.of("tour", tour));
    }

    /** A step leads to what the reader has of their own, if they are signed in. */
    private Mono<View> step(Tour tour, int step, ServerWebExchange exchange) {
        String language = Preferences.of(exchange).language().getLanguage();
        return questions
                .ask(ME, language, exchange)
                .zipWith(questions.ask(UNITS, language, exchange))
                .map(own -> new View(
                        text("help." + tour.role() + "." + step, exchange),
                        "help/step.jte",
                        Map.of("tour", tour, "step", step, "place", tour.place(step, own.getT1(), own.getT2()))));
    }

    private String text(String key, ServerWebExchange exchange) {
        return pages.text(key, exchange);
    }
}
