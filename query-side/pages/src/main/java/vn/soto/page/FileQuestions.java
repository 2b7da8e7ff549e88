package vn.soto.page;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.web.AnswerKeys;
import vn.soto.web.PageReading;

/** Asks the questions of one file. Not thread-safe: each question follows the answer before. */
final class FileQuestions {

    static final String REASON = "reason";
    static final String NAMES = "names";

    /** Why many names are taken out: what the register of reads knows, but for what needs words. */
    static final List<String> REASONS = List.of("WORK_LIST", "INSPECTION", "COMPLAINT", "STIPEND", "DUPLICATE");

    private static final String WITHOUT = "no";
    private static final String LIMIT = "limit";
    private static final String ROWS_AT_ONCE = "200";
    private static final String TOO_MANY = "urn:soto:problem:too-many-persons";
    private static final String UNREASONED = "urn:soto:problem:names-without-reason";

    private final InnerQuestions questions;
    private final PageContext page;
    private final ServerWebExchange exchange;
    private PageReading reading;
    private @Nullable String unnamed;

    /** Until {@link #nameWhomever} people are called by pseudonyms. */
    FileQuestions(InnerQuestions questions, PageContext page, ServerWebExchange exchange) {
        this.questions = questions;
        this.page = page;
        this.exchange = exchange;
        this.reading = new PageReading(page.address());
        reading.withholdNames();
        exchange.getAttributes().put(AnswerKeys.PAGE, reading);
    }

    /**
     * An answer that goes into the file.
     *
     * @param unnamed key of the text why people have pseudonyms in it; absent if they have names
     */
    record Taken(ApiAnswer answer, @Nullable String unnamed) {}

    PageContext page() {
        return page;
    }

    PageReading reading() {
        return reading;
    }

    /** From now on people are called by their names, unless the reader wants none. */
    void nameWhomever() {
        String why = REASONS.contains(page.option(REASON)) ? page.option(REASON) : null;
        reading = new PageReading(page.address(), why == null ? TakeOut.MOST_NAMES : Integer.MAX_VALUE, why);
        exchange.getAttributes().put(AnswerKeys.PAGE, reading);
        if (isWithoutNames()) {
            withhold("file.unnamed.chosen");
        }
    }

    private boolean isWithoutNames() {
        return page.option(NAMES).equals(WITHOUT);
    }

    private void withhold(String why) {
        unnamed = why;
        reading.withholdNames();
    }

    /** Whether people have pseudonyms because the account has opened too many names. */
    boolean isPaced() {
        return unnamed != null && !isWithoutNames();
    }

    /** As many rows at once as the question gives. */
    Mono<ApiAnswer> first(String question) {
        return ask(Addresses.with(question, LIMIT, ROWS_AT_ONCE))
                .flatMap(answer ->
                        answer.status() == HttpStatus.BAD_REQUEST.value() ? ask(question) : Mono.just(answer));
    }

    /** Whether a reason is to be stated before the list is taken out: it names many persons, and none is stated yet. */
    Mono<Boolean> needsReason(ApiAnswer first, ToIntFunction<ApiAnswer> rows) {
        return page.may("NAMES") && !REASONS.contains(page.option(REASON)) && !isWithoutNames()
                ? rows(first, rows).map(count -> count > TakeOut.MOST_NAMES)
                : Mono.just(false);
    }

    /** The number of rows; of a list in pages that does not say it, of the first ones. The total of one page may be money. */
    private Mono<Long> rows(ApiAnswer first, ToIntFunction<ApiAnswer> rows) {
        Part total = first.answer().get("total");
        return total.value().isNumber() && following(first).isPresent()
                ? Mono.just(total.number())
                : Mono.just(first)
                        .expand(answer -> following(answer).map(this::ask).orElse(Mono.empty()))
                        .take(1L + TakeOut.MOST_NAMES / Long.parseLong(ROWS_AT_ONCE))
                        .map(answer -> (long) rows.applyAsInt(answer))
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
    Mono<ApiAnswer> ask(String question) {
        reading.forgetNames();
        return questions.ask(question, page.language().getLanguage(), exchange).map(answer -> answer.at(question));
    }
}
