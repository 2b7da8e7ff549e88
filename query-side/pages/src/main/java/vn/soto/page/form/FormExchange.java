package vn.soto.page.form;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.InnerQuestions;
import vn.soto.page.PageContext;
import vn.soto.page.SentContent;
import vn.soto.web.AnswerKeys;
import vn.soto.web.PageReading;
import vn.soto.web.TypedDays;

/**
 * A request for a page with a form, with what the page needs for its answer: questions and commands in the name of who asks.
 *
 * @param variables of the page's path
 * @param given     parameters of the address, which fill the form in
 */
public record FormExchange(
        PageContext page,
        Map<String, String> variables,
        Typed given,
        InnerQuestions questions,
        Commands commands,
        Supplier<UUID> ids,
        ServerWebExchange exchange) {

    private static final int AT_ONCE = 16;
    private static final int LOOKS = 40;
    private static final Duration PAUSE = Duration.ofMillis(150);

    private String language() {
        return page.language().getLanguage();
    }

    /** The answer to a question; one that is behind waits for the commit of {@code atLeast} in the address of the page. */
    public Mono<ApiAnswer> ask(String address) {
        String atLeast = given.text("atLeast");
        return questions
                .ask(
                        atLeast.matches("[0-9]{1,18}") ? Addresses.with(address, "atLeast", atLeast) : address,
                        language(),
                        exchange)
                .map(answer -> answer.at(address));
    }

    /** Whether a plan completes while the page waits for it, which it does for six seconds. */
    public Mono<Boolean> completed(String plan) {
        String question = "/api/plans/" + Addresses.encoded(plan);
        return Flux.defer(() -> askAnew(question))
                .repeatWhen(again -> again.take(LOOKS).delayElements(PAUSE))
                .map(answer -> answer.answer().get("state").text().equals("COMPLETED"))
                .takeUntil(done -> done)
                .last(false);
    }

    /** The answer as of now, whatever the page was answered before: for a page that waits for something. */
    private Mono<ApiAnswer> askAnew(String address) {
        PageReading reading = exchange.getAttribute(AnswerKeys.PAGE);
        if (reading != null) {
            reading.changed();
        }
        return ask(address);
    }

    /** The answers in the order of the addresses. */
    public Mono<List<ApiAnswer>> ask(List<String> addresses) {
        return Flux.fromIterable(addresses)
                .flatMapSequential(this::ask, AT_ONCE)
                .collectList();
    }

    public Mono<CommandReply> give(CommandBody command, String key) {
        return commands.give(command, key, language(), exchange)
                .flatMap(this::remembered)
                .flatMap(reply -> PeopleInTexts.called(reply, this::ask));
    }

    /** Offers the choices of an accepted form first the next time. */
    private Mono<CommandReply> remembered(CommandReply reply) {
        return reply.isAccepted() ? remembered().thenReturn(reply) : Mono.just(reply);
    }

    private Mono<?> remembered() {
        return exchange.getFormData().map(Typed::of).doOnNext(typed -> RecentChoices.remember(this, typed));
    }

    public Mono<CommandReply> tried(CommandBody command, String key) {
        return commands.tried(command, key, language(), exchange)
                .flatMap(reply -> PeopleInTexts.called(reply, this::ask));
    }

    public Mono<CommandReply> preview(JsonNode tried) {
        return commands.preview(tried, language(), exchange);
    }

    public Mono<BatchReply> batch(List<Commands.Line> lines) {
        return commands.batch(lines, language(), exchange)
                .flatMap(reply -> reply.isNews() ? remembered().thenReturn(reply) : Mono.just(reply))
                .flatMap(reply -> PeopleInTexts.called(reply.results(), this::ask))
                .map(BatchReply::new);
    }

    /** The plan that accepts the reports of a sample of which the sender has opened all that were drawn. */
    public Mono<CommandReply> acceptedSample(String sample) {
        return commands.acceptedSample(sample, language(), exchange)
                .flatMap(reply -> PeopleInTexts.called(reply, this::ask));
    }

    /** A plan of commands in their order; with the same key it is the same plan. */
    public Mono<CommandReply> planned(String kind, List<Commands.Line> lines, String key) {
        return commands.planned(kind, lines, key, language(), exchange)
                .flatMap(reply -> PeopleInTexts.called(reply, this::ask));
    }

    /**
     * The command side's answer to a file that it checks or imports.
     *
     * @param query such as {@code dryRun=true}
     */
    public Mono<CommandReply> imported(String kind, SentContent file, String query) {
        Mono<CommandReply> said = commands.imported(kind, file, query, language(), exchange)
                .flatMap(reply -> PeopleInTexts.called(reply, this::ask));
        return query.contains("dryRun") ? said : said.flatMap(this::remembered);
    }

    /**
     * The rows that earlier files of the sender left out, as long as they are kept.
     *
     * @param query such as {@code ?file=…}; empty for the files alone
     */
    public Mono<CommandReply> leftOut(String kind, String query) {
        return commands.leftOut(kind, query, language(), exchange);
    }

    public Mono<CommandReply> newAccount(String name) {
        return commands.newAccount(name, language(), exchange);
    }

    /** @param act such as {@code lock} */
    public Mono<CommandReply> onAccount(String account, String act, boolean removesFactor) {
        return commands.onAccount(account, act, removesFactor, language(), exchange);
    }

    /** @param act {@code lock} or {@code unlock} */
    public Mono<CommandReply> onDevice(String account, String device, String act) {
        return commands.onDevice(account, device, act, language(), exchange);
    }

    /** A new id; ids of one form sort by the time at which it was opened. */
    public String newId() {
        return ids.get().toString();
    }

    /** Days as the sender writes them, with the today of the answer about the sender. */
    public TypedDays days() {
        return new TypedDays(
                java.time.LocalDate.parse(page.me().answer().get("on").text()));
    }
}
