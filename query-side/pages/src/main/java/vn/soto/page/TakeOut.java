package vn.soto.page;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.soto.page.file.SpreadsheetFormat;
import vn.soto.web.AnswerKeys;
import vn.soto.web.FoldedText;
import vn.soto.web.PageReading;

/**
 * Takes the tables of a page out as a file for spreadsheets. It asks the question of the page as of one moment, with the
 * rights of the reader. Rows are given out as their pages come. More than {@value #MOST_NAMES} names need a reason.
 * Beyond it, and beyond the pace of reading, people are called by pseudonyms.
 */
@Component
final class TakeOut {

    /** Parameters of a page whose file is wanted. */
    static final String FILE = "file";

    /** Persons that are named without a reason. */
    static final int MOST_NAMES = 500;

    private static final String REASON = "reason";
    private static final String NAMES = "names";
    private static final String WITHOUT = "no";
    private static final String AS_OF = "asOf";
    private static final String LIMIT = "limit";
    private static final String ROWS_AT_ONCE = "200";
    private static final Set<String> OPTIONS = Set.of(FILE, REASON, NAMES);

    /** Why many names are taken out: what the register of reads knows, but for what needs words. */
    private static final List<String> REASONS = List.of("WORK_LIST", "INSPECTION", "COMPLAINT", "STIPEND", "DUPLICATE");

    /** Files that an account takes out at a time. */
    private static final int AT_ONCE = 3;

    private final InnerQuestions questions;
    private final Pages pages;
    private final Clock clock;

    /** How many files each account takes out. */
    private final ConcurrentMap<String, Integer> underWay = new ConcurrentHashMap<>();

    TakeOut(InnerQuestions questions, Pages pages, Clock clock) {
        this.questions = questions;
        this.pages = pages;
        this.clock = clock;
    }

    /** The answer to a reader who wants a file. */
    sealed interface Given {

        /** A page that says why there is no file, or asks for a reason. */
        record Page(Made made) implements Given {}

        record File(String name, SpreadsheetFormat format, Flux<byte[]> bytes) implements Given {

            Mono<Void> write(ServerWebExchange exchange) {
                ServerHttpResponse response = exchange.getResponse();
                HttpHeaders headers = response.getHeaders();
                headers.set(HttpHeaders.CONTENT_TYPE, format.type());
                headers.setContentDisposition(ContentDisposition.attachment()
                        .filename(name + "." + format.text(), StandardCharsets.UTF_8)
                        .build());
                headers.setCacheControl("no-store");
                Flux<DataBuffer> body = bytes.map(response.bufferFactory()::wrap);
                return response.writeWith(body);
            }
        }
    }

    /** Whether a parameter is one of a file, and none of the question. */
    static boolean isOption(String name, Set<String> given) {
        return given.contains(FILE) && OPTIONS.contains(name);
    }

    /**
     * Gives a file unless the account has too many under way; this one is under way until it is written.
     *
     * @param question address of the question of the page
     */
    Mono<Void> give(PageContext page, String question, ServerWebExchange exchange, Function<Given, Mono<Void>> write) {
        return Mono.using(
                () -> isBegun(page.account()),
                begun -> (begun
                                ? given(page, question, exchange)
                                : Mono.just(refused(HttpStatus.TOO_MANY_REQUESTS, "file.many", page)))
                        .flatMap(write),
                begun -> {
                    if (begun) {
                        underWay.computeIfPresent(
                                page.account(), (same, count) -> count > 1 ? Integer.valueOf(count - 1) : null);
                    }
                });
    }

    private boolean isBegun(String account) {
        AtomicBoolean begun = new AtomicBoolean();
        underWay.compute(account, (same, count) -> {
            int present = count == null ? 0 : count;
            begun.set(present < AT_ONCE);
            return begun.get() ? Integer.valueOf(present + 1) : count;
        });
        return begun.get();
    }

    private Mono<Given> given(PageContext page, String question, ServerWebExchange exchange) {
        Optional<SpreadsheetFormat> format = SpreadsheetFormat.of(page.option(FILE));
        if (format.isEmpty()) {
            return Mono.just(refused(HttpStatus.BAD_REQUEST, "file.unknown", page));
        }
        Questioner asker = new Questioner(page, exchange);
        return asker.first(whole(question)).flatMap(first -> {
            if (first.isProblem()) {
                return Mono.just(shown(ProblemPage.view(first, page), first, page));
            }
            List<PageTable> tables = pages.of(first.question()).tables(first, page);
            if (tables.isEmpty()) {
                return Mono.just(refused(HttpStatus.NOT_FOUND, "file.none", page));
            }
            return mayNeedReason(page)
                    ? asker.rows(first, tables.getFirst())
                            .flatMap(rows -> rows > MOST_NAMES
                                    ? Mono.just(askForReason(first, page))
                                    : file(format.get(), first, tables, asker))
                    : file(format.get(), first, tables, asker);
        });
    }

    /** The whole list as of now: without the parameters that choose a page of it. */
    private String whole(String question) {
        String whole = Addresses.with(Addresses.with(question, LIMIT, ""), "before", "");
        if (!Addresses.parameter(whole, "from").contains("-")) {
            whole = Addresses.with(whole, "from", "");
        }
        return Addresses.parameter(whole, AS_OF).isEmpty()
                ? Addresses.with(
                        whole,
                        AS_OF,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
                : whole;
    }

    private static boolean mayNeedReason(PageContext page) {
        return page.may("NAMES") && reason(page) == null && !isWithoutNames(page);
    }

    private static @Nullable String reason(PageContext page) {
        return REASONS.contains(page.option(REASON)) ? page.option(REASON) : null;
    }

    private static boolean isWithoutNames(PageContext page) {
        return page.option(NAMES).equals(WITHOUT);
    }

    private Given askForReason(ApiAnswer first, PageContext page) {
        View view = new View(
                page.title(first), "part/names-reason.jte", Map.of("most", (long) MOST_NAMES, "reasons", REASONS));
        return shown(view, first, page);
    }

    private Given shown(View view, ApiAnswer answer, PageContext page) {
        return new Given.Page(pages.renderMain(view, answer, page, true));
    }

    private Given refused(HttpStatus status, String text, PageContext page) {
        ApiAnswer problem = new ApiAnswer(
                "",
                page.address(),
                status.value(),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("title", page.t(text))
                        .put("detail", page.t(text + "-detail")));
        return shown(ProblemPage.view(problem, page), problem, page);
    }

    /** Asked once more, now with the names: until here nobody's was opened. */
    private Mono<Given> file(SpreadsheetFormat format, ApiAnswer probed, List<PageTable> tables, Questioner asker) {
        asker.nameWhomever();
        return asker.about(probed.address()).map(first -> {
            if (first.answer().isProblem()) {
                return shown(ProblemPage.view(first.answer(), asker.page), first.answer(), asker.page);
            }
            FileWriting writing =
                    new FileWriting(format, tables, pages.of(first.answer().question()), asker.page, asker.reading);
            Flux<byte[]> bytes = Mono.just(first)
                    .expand(asker::next)
                    .concatMap(taken -> Mono.fromCallable(() -> writing.rows(taken)), 1)
                    .concatWith(Mono.fromCallable(writing::end))
                    .filter(written -> written.length > 0);
            return new Given.File(name(asker.page.title(first.answer()), first.answer()), format, bytes);
        });
    }

    private static String name(String title, ApiAnswer answer) {
        return String.join("-", FoldedText.of(title).words()) + "-"
                + answer.freshness().at("moment/commit").text();
    }

    /**
     * An answer that goes into the file.
     *
     * @param unnamed key of the text why people have pseudonyms in it; absent if they have names
     */
    record Taken(ApiAnswer answer, @Nullable String unnamed) {}

    /** Asks the questions of one file. Not thread-safe: each question follows the answer before. */
    private final class Questioner {

        private static final String TOO_MANY = "urn:soto:problem:too-many-persons";
        private static final String UNREASONED = "urn:soto:problem:names-without-reason";

        private final PageContext page;
        private final ServerWebExchange exchange;
        private PageReading reading;
        private @Nullable String unnamed;

        Questioner(PageContext page, ServerWebExchange exchange) {
            this.page = page;
            this.exchange = exchange;
            this.reading = new PageReading(page.address());
            reading.withholdNames();
            exchange.getAttributes().put(AnswerKeys.PAGE, reading);
        }

        /** From now on people are called by their names, unless the reader wants none. */
        void nameWhomever() {
            String why = reason(page);
            reading = new PageReading(page.address(), why == null ? MOST_NAMES : Integer.MAX_VALUE, why);
            exchange.getAttributes().put(AnswerKeys.PAGE, reading);
            if (isWithoutNames(page)) {
                withhold("file.unnamed.chosen");
            }
        }

        private void withhold(String why) {
            unnamed = why;
            reading.withholdNames();
        }

        /** As many rows at once as the question gives. */
        Mono<ApiAnswer> first(String question) {
            return ask(Addresses.with(question, LIMIT, ROWS_AT_ONCE))
                    .flatMap(answer ->
                            answer.status() == HttpStatus.BAD_REQUEST.value() ? ask(question) : Mono.just(answer));
        }

        /** The number of rows; of a list in pages that does not say it, of the first ones. The total of one page may be money. */
        Mono<Long> rows(ApiAnswer first, PageTable table) {
            Part total = first.answer().get("total");
            return total.value().isNumber() && following(first).isPresent()
                    ? Mono.just(total.number())
                    : Mono.just(first)
                            .expand(answer -> following(answer).map(this::ask).orElse(Mono.empty()))
                            .take(1L + MOST_NAMES / Long.parseLong(ROWS_AT_ONCE))
                            .map(answer -> (long) table.rows().apply(answer).size())
                            .reduce(0L, Long::sum);
        }

        Mono<Taken> next(Taken before) {
            return following(before.answer)
                    .map(href -> about(href).<Taken>handle((taken, sink) -> {
                        if (taken.answer.isProblem()) {
                            sink.error(new IllegalStateException("file ended by status " + taken.answer.status()));
                        } else {
                            sink.next(taken);
                        }
                    }))
                    .orElse(Mono.empty());
        }

        private static Optional<String> following(ApiAnswer answer) {
            return answer.isProblem()
                    ? Optional.empty()
                    : answer.links().at("next/href").optional();
        }

        Mono<Taken> about(String question) {
            return ask(question).flatMap(answer -> {
                String type = answer.root().get("type").text();
                if (unnamed != null || !(type.equals(TOO_MANY) || type.equals(UNREASONED))) {
                    return Mono.just(new Taken(answer, unnamed));
                }
                withhold(type.equals(TOO_MANY) ? "file.unnamed.pace" : "file.unnamed.reason");
                return ask(question).map(again -> new Taken(again, unnamed));
            });
        }

        /** Forgets the names of the answer before, which are in its rows. */
        private Mono<ApiAnswer> ask(String question) {
            reading.forgetNames();
            return questions
                    .ask(question, page.language().getLanguage(), exchange)
                    .map(answer -> answer.at(question));
        }
    }
}
