package vn.soto.page;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.soto.page.file.SpreadsheetFormat;

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

    private static final String AS_OF = "asOf";
    private static final String LIMIT = "limit";
    private static final Set<String> OPTIONS = Set.of(FILE, FileQuestions.REASON, FileQuestions.NAMES);

    /** Files that an account takes out at a time. */
    private static final int AT_ONCE = 3;

    private final InnerQuestions questions;
    private final Pages pages;
    private final PaperPrinting printing;
    private final NoFile instead;
    private final Clock clock;

    /** How many files each account takes out. */
    private final ConcurrentMap<String, Integer> underWay = new ConcurrentHashMap<>();

    TakeOut(InnerQuestions questions, Pages pages, PaperPrinting printing, NoFile instead, Clock clock) {
        this.questions = questions;
        this.pages = pages;
        this.printing = printing;
        this.instead = instead;
        this.clock = clock;
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
    Mono<Void> give(
            PageContext page, String question, ServerWebExchange exchange, Function<GivenFile, Mono<Void>> write) {
        return Mono.using(
                () -> isBegun(page.account()),
                begun -> (begun
                                ? given(page, question, exchange)
                                : Mono.just(instead.refused(HttpStatus.TOO_MANY_REQUESTS, "file.many", page)))
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

    private Mono<GivenFile> given(PageContext page, String question, ServerWebExchange exchange) {
        FileQuestions asker = new FileQuestions(questions, page, exchange);
        if (PaperPrinting.FILES.contains(page.option(FILE))) {
            return printing.given(question, asker);
        }
        Optional<SpreadsheetFormat> format = SpreadsheetFormat.of(page.option(FILE));
        if (format.isEmpty()) {
            return Mono.just(instead.refused(HttpStatus.BAD_REQUEST, "file.unknown", page));
        }
        return asker.first(whole(question)).flatMap(first -> {
            if (first.isProblem()) {
                return Mono.just(instead.problem(first, page));
            }
            List<PageTable> tables = pages.of(first.question()).tables(first, page);
            if (tables.isEmpty()) {
                return Mono.just(instead.none(page));
            }
            return asker.needsReason(
                            first,
                            answer -> tables.getFirst().rows().apply(answer).size())
                    .flatMap(needed -> needed
                            ? Mono.just(instead.askForReason(first, page))
                            : file(format.get(), first, tables, asker));
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

    /** Asked once more, now with the names: until here nobody's was opened. */
    private Mono<GivenFile> file(
            SpreadsheetFormat format, ApiAnswer probed, List<PageTable> tables, FileQuestions asker) {
        asker.nameWhomever();
        PageContext page = asker.page();
        return asker.about(probed.address()).map(first -> {
            if (first.answer().isProblem()) {
                return instead.problem(first.answer(), page);
            }
            FileWriting writing =
                    new FileWriting(format, tables, pages.of(first.answer().question()), page, asker.reading());
            Flux<byte[]> bytes = Mono.just(first)
                    .expand(asker::next)
                    .concatMap(taken -> Mono.fromCallable(() -> writing.rows(taken)), 1)
                    .concatWith(Mono.fromCallable(writing::end))
                    .filter(written -> written.length > 0);
            return new GivenFile.File(
                    GivenFile.name(page.title(first.answer()), first.answer()),
                    format.text(),
                    format.type(),
                    false,
                    bytes);
        });
    }
}
