package vn.soto.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String ME = "/api/me";
    private static final String HOME = "/";

    /** The form of a command is filled in from the address: all its parameters are the page's own. */
    private static final String FORM = "/do/";

    private static final String COMMANDS = "/api/commands/";
    private static final String TABLE = "/table.csv";
    private static final int AT_ONCE = 4;

    private final Questions questions;
    private final Pages pages;
    private final Assets assets;
    private final QuestionTemplates templates;

    PageHandler(Questions questions, Pages pages, Assets assets, QuestionTemplates templates) {
        this.questions = questions;
        this.pages = pages;
        this.assets = assets;
        this.templates = templates;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        Asked asked = Asked.of(exchange, pages, templates);
        String day = asked.options.get(DAY);
        if (day != null) {
            return seeOther(exchange, endOf(day, asked));
        }
        Preferences preferences = Preferences.of(exchange);
        String language = preferences.language().getLanguage();
        return Mono.zip(questions.ask(asked.question, language, exchange), questions.ask(ME, language, exchange))
                .flatMap(both -> {
                    Answer answer = both.getT1();
                    PageContext context = new PageContext(
                            asked.address,
                            asked.options,
                            both.getT2(),
                            preferences,
                            assets.path(),
                            Pages.site(exchange));
                    if (answer.isProblem()) {
                        return write(exchange, answer, ProblemPage.view(answer, context), context, true);
                    }
                    Page page = pages.of(asked.isFirst() ? HOME : answer.question());
                    return further(page.further(answer, context), language, exchange)
                            .flatMap(first -> further(page.beyond(answer, first, context), language, exchange)
                                    .map(beyond -> Stream.concat(first.stream(), beyond.stream())
                                            .toList()))
                            .flatMap(others -> write(
                                    exchange, answer, page.view(answer, others, context), context, page.isPersonal()));
                });
    }

    private Mono<List<Answer>> further(List<String> addresses, String language, ServerWebExchange exchange) {
        return Flux.fromIterable(addresses)
                .flatMapSequential(address -> questions.ask(address, language, exchange), AT_ONCE)
                .collectList();
    }

    private Mono<Void> write(
            ServerWebExchange exchange, Answer answer, View view, PageContext context, boolean personal) {
        boolean part = exchange.getRequest().getHeaders().containsHeader("HX-Request");
        byte[] bytes =
                part ? pages.renderPart(view, answer, context) : pages.render(view, answer, context, table(answer));
        ServerHttpResponse response = exchange.getResponse();
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        headers.setVary(List.of("HX-Request", HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE, HttpHeaders.ACCEPT));
        headers.set(HttpHeaders.CONTENT_LANGUAGE, context.language().getLanguage());
        response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
        if (personal) {
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
    private String table(Answer answer) {
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

    /** A date field sends a day; the moment it means is the last of that day in Viet Nam. */
    private static String endOf(String day, Asked asked) {
        try {
            Instant end = LocalDate.parse(day)
                    .atTime(LocalTime.of(23, 59, 59))
                    .atZone(VIETNAM)
                    .toInstant();
            return Addresses.with(Addresses.with(asked.address, DAY, ""), "asOf", end.toString());
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
     * @param options  the parameters of the page alone
     */
    private record Asked(String address, String question, Map<String, String> options) {

        boolean isFirst() {
            return address.split("\\?", 2)[0].equals(HOME);
        }

        static Asked of(ServerWebExchange exchange, Pages pages, QuestionTemplates templates) {
            String path =
                    exchange.getRequest().getPath().pathWithinApplication().value();
            boolean form = path.startsWith(FORM);
            String question =
                    path.equals(HOME) ? ME : form ? COMMANDS + path.substring(FORM.length()) : Addresses.question(path);
            @Nullable String template = templates.of(question);
            Map<String, String> options = new TreeMap<>();
            String address = path;
            for (Map.Entry<String, String> parameter :
                    exchange.getRequest().getQueryParams().toSingleValueMap().entrySet()) {
                String name = parameter.getKey();
                String value = parameter.getValue() == null ? "" : parameter.getValue();
                if (value.isEmpty()) {
                    continue;
                }
                address = Addresses.with(address, name, value);
                if (form || name.equals(DAY) || (template != null && pages.isOption(template, name))) {
                    options.put(name, value);
                } else {
                    question = Addresses.with(question, name, value);
                }
            }
            return new Asked(address, question, options);
        }
    }
}
