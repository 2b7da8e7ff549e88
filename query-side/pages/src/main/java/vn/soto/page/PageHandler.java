package vn.soto.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers a browser's request for a page: asks the question of its address, and those the page needs besides, and renders the answers. */
@Component
final class PageHandler implements WebHandler {

    private static final String DAY = "asOfDay";
    private static final String BOUNDARIES = "boundaries";
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String ME = "/api/me";
    private static final String HOME = "/";
    private static final String AT_LEAST = "atLeast";

    /** The form of a command is filled in from the address: all its parameters are the page's own. */
    private static final String FORM = "/do/";

    private static final String COMMANDS = "/api/commands/";
    private static final String TABLE = "/table.csv";
    private static final int AT_ONCE = 4;

    private final InnerQuestions questions;
    private final Pages pages;
    private final SharedPages shared;
    private final Assets assets;
    private final QuestionTemplates templates;
    private final Clock clock;

    PageHandler(
            InnerQuestions questions,
            Pages pages,
            SharedPages shared,
            Assets assets,
            QuestionTemplates templates,
            Clock clock) {
        this.questions = questions;
        this.pages = pages;
        this.shared = shared;
        this.assets = assets;
        this.templates = templates;
        this.clock = clock;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        PageRequest asked = PageRequest.of(exchange, pages, templates);
        String day = asked.options.get(DAY);
        if (day != null) {
            return seeOther(exchange, endOf(day, asked));
        }
        Preferences preferences = Preferences.of(exchange);
        return ask(ME, asked, preferences, exchange).flatMap(me -> {
            PageContext context =
                    new PageContext(asked.address, asked.options, me, preferences, assets.path(), Pages.site(exchange));
            return made(asked, context, exchange).flatMap(made -> write(exchange, made, context));
        });
    }

    /** A page that tells of no person is shared by its readers. */
    private Mono<Made> made(PageRequest asked, PageContext context, ServerWebExchange exchange) {
        if (asked.template == null
                || context.me().isProblem()
                || pages.of(asked.template).isPersonal()) {
            return make(asked, context, exchange);
        }
        SharedPages.Key key = SharedPages.Key.of(context, context.me());
        return shared.of(key, () -> make(asked, key.context(context), exchange));
    }

    private Mono<Made> make(PageRequest asked, PageContext context, ServerWebExchange exchange) {
        return ask(asked.question, asked, context.preferences(), exchange).flatMap(answer -> {
            if (answer.isProblem()) {
                return Mono.just(pages.renderMain(ProblemPage.view(answer, context), answer, context, true));
            }
            QuestionPage page = pages.of(asked.isFirst() ? HOME : answer.question());
            return further(page.further(answer, context), asked, context, exchange)
                    .flatMap(first -> further(page.thereafter(answer, first, context), asked, context, exchange)
                            .map(second -> Stream.concat(first.stream(), second.stream())
                                    .toList()))
                    .map(others ->
                            pages.renderMain(page.view(answer, others, context), answer, context, page.isPersonal()));
        });
    }

    private Mono<List<ApiAnswer>> further(
            List<String> addresses, PageRequest asked, PageContext context, ServerWebExchange exchange) {
        return Flux.fromIterable(addresses)
                .flatMapSequential(address -> ask(address, asked, context.preferences(), exchange), AT_ONCE)
                .collectList();
    }

    /** All answers of a page hold at least the commit that the browser was told of. */
    private Mono<ApiAnswer> ask(
            String address, PageRequest asked, Preferences preferences, ServerWebExchange exchange) {
        String language = preferences.language().getLanguage();
        return asked.atLeast.isEmpty()
                ? questions.ask(address, language, exchange)
                : questions
                        .ask(Addresses.with(address, AT_LEAST, asked.atLeast), language, exchange)
                        .map(answer -> answer.at(address));
    }

    private Mono<Void> write(ServerWebExchange exchange, Made made, PageContext context) {
        boolean part = exchange.getRequest().getHeaders().containsHeader("HX-Request");
        byte[] bytes = part ? made.main() : pages.render(made, context, table(made.answer()));
        ServerHttpResponse response = exchange.getResponse();
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        headers.setVary(List.of("HX-Request", HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE, HttpHeaders.ACCEPT));
        headers.set(HttpHeaders.CONTENT_LANGUAGE, context.language().getLanguage());
        response.setStatusCode(HttpStatusCode.valueOf(made.answer().status()));
        if (made.personal()) {
            headers.setCacheControl("no-store");
        } else {
            headers.setCacheControl("private, no-cache");
            if (exchange.checkNotModified("\"" + digest(bytes) + "\"")) {
                return response.setComplete();
            }
        }
        headers.setContentLength(bytes.length);
        return exchange.getRequest().getMethod().equals(HttpMethod.HEAD)
                ? response.setComplete()
                : response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
    }

    /** The same answer as a table for spreadsheets, if the API has one; empty otherwise. */
    private String table(ApiAnswer answer) {
        String[] halves = answer.address().split("\\?", 2);
        String table = halves[0] + TABLE;
        if (!(answer.question() + TABLE).equals(templates.of(table))) {
            return "";
        }
        return halves.length > 1 ? table + "?" + halves[1] : table;
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(Arrays.copyOf(hash, 12));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
     * What a request for a page asks.
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

        static PageRequest of(ServerWebExchange exchange, Pages pages, QuestionTemplates templates) {
            String path =
                    exchange.getRequest().getPath().pathWithinApplication().value();
            boolean form = path.startsWith(FORM);
            String question =
                    path.equals(HOME) ? ME : form ? COMMANDS + path.substring(FORM.length()) : Addresses.question(path);
            @Nullable String template = templates.of(question);
            Map<String, String> options = new TreeMap<>();
            String address = path;
            String atLeast = "";
            for (Map.Entry<String, String> parameter :
                    exchange.getRequest().getQueryParams().toSingleValueMap().entrySet()) {
                String name = parameter.getKey();
                String value = parameter.getValue() == null ? "" : parameter.getValue();
                if (value.isEmpty()) {
                    continue;
                }
                if (!form && name.equals(AT_LEAST)) {
                    atLeast = value;
                    continue;
                }
                address = Addresses.with(address, name, value);
                if (form || name.equals(DAY) || isThePagesOwn(name, template, pages)) {
                    options.put(name, value);
                } else {
                    question = Addresses.with(question, name, value);
                }
            }
            return new PageRequest(address, question, template, options, atLeast);
        }

        /** Boundaries ride on every link, and few questions take them. */
        private static boolean isThePagesOwn(String name, @Nullable String template, Pages pages) {
            return template != null
                    && (pages.isOption(template, name)
                            || (name.equals(BOUNDARIES) && !Addresses.takesBoundaries(template)));
        }
    }
}
