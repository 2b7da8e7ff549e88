package vn.soto.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.soto.web.AnswerKeys;
import vn.soto.web.Sendable;

/** Answers a browser's request for a page: asks the question of its address, and those the page needs besides, and renders the answers. */
@Component
public final class PageHandler implements WebHandler {

    private static final String DAY = "asOfDay";
    private static final String BOUNDARIES = "boundaries";
    private static final String DAYS = "days";
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String ME = "/api/me";
    private static final String HOME = "/";
    private static final String AT_LEAST = "atLeast";

    private static final int AT_ONCE = 16;

    /** Of a list that is looked through, 200 lines each. */
    private static final int MOST_PAGES = 50;

    private static final Pattern COMMIT = Pattern.compile("[0-9]{1,18}");

    private final InnerQuestions questions;
    private final Pages pages;
    private final SharedPages shared;
    private final Assets assets;
    private final AnswerKeys keys;
    private final TakeOut files;
    private final Clock clock;
    private final boolean compresses;

    /** @param compresses whether pages are sent compressed, as the server's setting says */
    PageHandler(
            InnerQuestions questions,
            Pages pages,
            SharedPages shared,
            Assets assets,
            AnswerKeys keys,
            TakeOut files,
            Clock clock,
            @Value("${server.compression.enabled:false}") boolean compresses) {
        this.questions = questions;
        this.keys = keys;
        this.files = files;
        this.compresses = compresses;
        this.pages = pages;
        this.shared = shared;
        this.assets = assets;
        this.clock = clock;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        PageRequest asked = PageRequest.of(exchange, pages, questions);
        String day = asked.options.get(DAY);
        if (day != null) {
            return seeOther(exchange, endOf(day, asked));
        }
        Preferences preferences = Preferences.of(exchange);
        Inquiry ask = inquiry(asked, preferences, exchange);
        if (asked.options.containsKey(TakeOut.FILE)) {
            return ask.about(ME).flatMap(me -> takeOut(asked, context(asked, me, preferences, exchange), exchange));
        }
        return key(asked, preferences, exchange)
                .flatMap(key -> key.isPresent() && isPart(exchange)
                        ? shared(key.get(), asked, preferences, exchange)
                                .flatMap(made -> write(exchange, made, sent(made), preferences))
                        : ask.about(ME).flatMap(me -> {
                            PageContext context = context(asked, me, preferences, exchange);
                            return key.filter(shared -> !me.isProblem())
                                    .map(shared -> shared(shared, asked, preferences, exchange))
                                    .orElseGet(() -> make(asked, context, ask))
                                    .flatMap(made -> write(
                                            exchange,
                                            made,
                                            isPart(exchange) ? sent(made) : framed(made, context),
                                            preferences));
                        }));
    }

    private Mono<Void> takeOut(PageRequest asked, PageContext context, ServerWebExchange exchange) {
        return files.give(context, asked.question, exchange, given -> switch (given) {
            case GivenFile.File file -> file.write(exchange);
            case GivenFile.Page page ->
                write(exchange, page.made(), framed(page.made(), context), context.preferences());
        });
    }

    private PageContext context(PageRequest asked, ApiAnswer me, Preferences preferences, ServerWebExchange exchange) {
        return new PageContext(asked.address, asked.options, me, preferences, assets.path(), Pages.site(exchange));
    }

    /** The key of a page that tells of no person; empty of another, and if there is none: what is asked then tells why. */
    private Mono<Optional<SharedPages.Key>> key(
            PageRequest asked, Preferences preferences, ServerWebExchange exchange) {
        boolean waits = COMMIT.matcher(asked.atLeast).matches();
        if (asked.template == null || pages.of(asked.template).isPersonal() || !(asked.atLeast.isEmpty() || waits)) {
            return Mono.just(Optional.empty());
        }
        return keys.of(exchange, waits ? Long.parseLong(asked.atLeast) : 0)
                .map(depends -> Optional.of(new SharedPages.Key(
                        asked.address, preferences.language().getLanguage(), Pages.site(exchange), depends)))
                .onErrorResume(refused -> Mono.just(Optional.empty()))
                .defaultIfEmpty(Optional.empty());
    }

    /** A page that tells of no person is made once for all its readers. */
    private Mono<Made> shared(
            SharedPages.Key key, PageRequest asked, Preferences preferences, ServerWebExchange exchange) {
        String language = preferences.language().getLanguage();
        Inquiry ask = address -> shared.answer(
                address,
                key,
                () -> questions
                        .askForAll(waiting(address, asked), language, exchange)
                        .map(answer -> answer.at(address)));
        Mono<ApiAnswer> me = shared.answer(
                ME,
                key,
                () -> questions.ask(waiting(ME, asked), language, exchange).map(SharedPages::anybody));
        return shared.page(
                key,
                () -> me.flatMap(anybody -> make(
                        asked,
                        context(asked, anybody, new Preferences(preferences.language(), "", ""), exchange),
                        ask)));
    }

    private Mono<Made> make(PageRequest asked, PageContext context, Inquiry ask) {
        return ask.about(asked.question).flatMap(answer -> {
            if (answer.isProblem()) {
                return Mono.just(pages.renderMain(ProblemPage.view(answer, context), answer, context, true));
            }
            QuestionPage page = pages.of(asked.isFirst() ? HOME : answer.question());
            return rest(page.isWhole(context) ? MOST_PAGES : 0, answer, ask)
                    .flatMap(rest -> further(page.further(answer, context), ask)
                            .map(further -> Stream.concat(rest.stream(), further.stream())
                                    .toList()))
                    .flatMap(first -> further(page.thereafter(answer, first, context), ask)
                            .map(second -> Stream.concat(first.stream(), second.stream())
                                    .toList()))
                    .map(others ->
                            pages.renderMain(page.view(answer, others, context), answer, context, page.isPersonal()));
        });
    }

    /** The pages of a list after its first. */
    private static Mono<List<ApiAnswer>> rest(int most, ApiAnswer first, Inquiry ask) {
        return Mono.just(first)
                .expand(page ->
                        page.links().at("next/href").optional().map(ask::about).orElse(Mono.empty()))
                .take(most + 1L)
                .skip(1)
                .collectList();
    }

    private static Mono<List<ApiAnswer>> further(List<String> addresses, Inquiry ask) {
        return Flux.fromIterable(addresses)
                .flatMapSequential(ask::about, AT_ONCE)
                .collectList();
    }

    /** Gets the answer to a question. */
    @FunctionalInterface
    private interface Inquiry {
        Mono<ApiAnswer> about(String address);
    }

    private Inquiry inquiry(PageRequest asked, Preferences preferences, ServerWebExchange exchange) {
        String language = preferences.language().getLanguage();
        return address ->
                questions.ask(waiting(address, asked), language, exchange).map(answer -> answer.at(address));
    }

    /** All answers of a page hold at least the commit that the browser was told of. */
    private static String waiting(String address, PageRequest asked) {
        return asked.atLeast.isEmpty() ? address : Addresses.with(address, AT_LEAST, asked.atLeast);
    }

    private static boolean isPart(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().containsHeader("HX-Request");
    }

    private static Sendable sent(Made made) {
        Sendable ready = made.sent();
        return ready == null ? Sendable.once(made.main()) : ready;
    }

    private Sendable framed(Made made, PageContext context) {
        return Sendable.once(pages.render(made, context));
    }

    private Mono<Void> write(ServerWebExchange exchange, Made made, Sendable page, Preferences preferences) {
        ServerHttpResponse response = exchange.getResponse();
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        headers.setVary(List.of(
                "HX-Request",
                HttpHeaders.ACCEPT_LANGUAGE,
                HttpHeaders.COOKIE,
                HttpHeaders.ACCEPT,
                HttpHeaders.ACCEPT_ENCODING));
        headers.set(HttpHeaders.CONTENT_LANGUAGE, preferences.language().getLanguage());
        response.setStatusCode(HttpStatusCode.valueOf(made.answer().status()));
        ProblemPage.writeRetryAfter(made.answer(), headers);
        if (made.personal()) {
            headers.setCacheControl("no-store");
            return page.send(exchange, compresses);
        }
        return page.sendUnlessKnown(exchange, compresses);
    }

    /** A date field sends a day; the moment it means is the last of that day in Viet Nam. Today means now. */
    private String endOf(String day, PageRequest asked) {
        try {
            Instant end = LocalDate.parse(day)
                    .atTime(LocalTime.of(23, 59, 59))
                    .atZone(VIETNAM)
                    .toInstant();
            return Addresses.with(
                    Addresses.with(asked.address, DAY, ""), "asOf", end.isAfter(clock.instant()) ? "" : end.toString());
        } catch (DateTimeParseException e) {
            return Addresses.with(Addresses.with(asked.address, DAY, ""), "asOf", day);
        }
    }

    private static Mono<Void> seeOther(ServerWebExchange exchange, String address) {
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse().getHeaders().setLocation(URI.create(address));
        return exchange.getResponse().setComplete();
    }

    /**
     * A request for a page, split into page and question.
     *
     * @param address  of the page, its parameters sorted, those with an empty value left out
     * @param question address of the question: without the parameters of the page alone
     * @param template of the question's address; absent if no question has it
     * @param options  the parameters of the page alone
     * @param atLeast  commit that the answers are to hold, which is no part of either address; empty if any will do
     */
    private record PageRequest(
            String address, String question, @Nullable String template, Map<String, String> options, String atLeast) {

        boolean isFirst() {
            return address.split("\\?", 2)[0].equals(HOME);
        }

        static PageRequest of(ServerWebExchange exchange, Pages pages, InnerQuestions questions) {
            String path =
                    exchange.getRequest().getPath().pathWithinApplication().value();
            String question = path.equals(HOME) ? ME : Addresses.question(path);
            @Nullable String template = questions.template(question);
            Map<String, String> options = new TreeMap<>();
            String address = path;
            String atLeast = "";
            Map<String, String> given = exchange.getRequest().getQueryParams().toSingleValueMap();
            for (Map.Entry<String, String> parameter : given.entrySet()) {
                String name = parameter.getKey();
                String value = parameter.getValue() == null ? "" : parameter.getValue();
                if (value.isEmpty()) {
                    continue;
                }
                if (name.equals(AT_LEAST)) {
                    atLeast = value;
                    continue;
                }
                address = Addresses.with(address, name, value);
                if (name.equals(DAY)
                        || TakeOut.isOption(name, given.keySet())
                        || isThePagesOwn(name, template, pages)) {
                    options.put(name, value);
                } else {
                    question = Addresses.with(question, name, value);
                }
            }
            return new PageRequest(address, question, template, options, atLeast);
        }

        /** Boundaries and days ride on every link, and few questions take them. */
        private static boolean isThePagesOwn(String name, @Nullable String template, Pages pages) {
            return template != null
                    && (pages.isOption(template, name)
                            || (name.equals(BOUNDARIES) && !Addresses.takesBoundaries(template))
                            || (name.equals(DAYS) && !Addresses.takesDays(template)));
        }
    }
}
