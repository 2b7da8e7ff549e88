package vn.soto.query.http;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.soto.ledger.DamagedCommit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Tail;
import vn.soto.projection.Projections;
import vn.soto.projection.source.CommitToken;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.QueryAnswer.Audience;
import vn.soto.query.link.AnswerLinks;
import vn.soto.query.link.Links;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.Asker;
import vn.soto.query.reading.CommitWaits;
import vn.soto.query.reading.HeldRights;
import vn.soto.query.reading.Reader;
import vn.soto.query.reading.Readers;
import vn.soto.query.reading.ReadingDecision;
import vn.soto.web.AnswerKeys;
import vn.soto.web.HeavyWork;
import vn.soto.web.PageReading;
import vn.soto.web.Problem;
import vn.soto.web.RequestThreads;

/**
 * Executes queries on threads that may block. It waits for the commit a query names, refuses askers without the right,
 * and fixes the commit the answer describes. It records the persons whose data the answer shows, and adds the
 * freshness.
 */
@Component
public final class QueryExecutor implements AutoCloseable {

    private static final int AT_WORK = 64;
    private static final int QUEUED = 4_096;

    /** Problems whose argument is the id of an aggregate. */
    private static final Set<String> AGGREGATES = Set.of(
            "absent-unit",
            "absent-team",
            "absent-household",
            "absent-business",
            "absent-assistance",
            "absent-request",
            "absent-organisation",
            "absent-training",
            "absent-session");

    private final Projections projections;
    private final LedgerReader ledger;
    private final Clock clock;
    private final QuerySettings settings;
    private final AccessLog accesses;
    private final Readers readers;
    private final Refusals refusals;
    private final Today today;
    private final AnswerLinks links;
    private final FreshnessNow freshness;
    private final HeavyWork heavy;
    private final CommitWaits waits;
    private final Scheduler scheduler;

    QueryExecutor(
            Projections projections,
            LedgerReader ledger,
            Clock clock,
            QuerySettings settings,
            AccessLog accesses,
            Readers readers,
            Refusals refusals,
            Today today,
            AnswerLinks links,
            FreshnessNow freshness,
            CommitWaits waits,
            HeavyWork heavy) {
        this.heavy = heavy;
        this.freshness = freshness;
        this.accesses = accesses;
        this.readers = readers;
        this.refusals = refusals;
        this.projections = projections;
        this.ledger = ledger;
        this.clock = clock;
        this.settings = settings;
        this.today = today;
        this.links = links;
        this.waits = waits;
        // However many queries wait for a commit, others have threads.
        this.scheduler = Schedulers.fromExecutorService(
                RequestThreads.of("query-", settings.maxWaitingQueries() + AT_WORK, QUEUED));
    }

    @Override
    public void close() {
        scheduler.dispose();
    }

    public <T> Mono<QueryAnswer<T>> answer(QueryContext context, Query.Effort effort, Function<Asked, T> question) {
        return Mono.fromSupplier(() -> effort == Query.Effort.HEAVY
                        ? inItsPlace(context, question)
                        : answerNow(context, state(context), question, effort == Query.Effort.SHARED))
                .subscribeOn(scheduler);
    }

    /** Whoever may not ask does not wait for a place; whoever has one is answered by the rights of then. */
    private <T> QueryAnswer<T> inItsPlace(QueryContext context, Function<Asked, T> question) {
        State before = state(context);
        if (!admits(before.reader(context.asker(), readers), context, before)) {
            admitted(context, found(context));
        }
        return heavy.run(context.asker().account(), () -> answerNow(context, found(context), question, false));
    }

    /**
     * The state of a present answer: its reader with the present rights, and the positions of the ledger and the read
     * models.
     *
     * @param page    whose answers are all made of the same, unless they wait for a later commit; absent if none is made
     * @param atLeast commit that is waited for
     */
    public <T> Mono<T> now(
            Asker asker, @Nullable PageReading page, long atLeast, BiFunction<Reader, Freshness, T> use) {
        return Mono.fromCallable(() -> {
                    State state = ofNow(asker, page, atLeast);
                    return use.apply(state.reader(asker, readers), state.fresh);
                })
                .subscribeOn(scheduler);
    }

    /**
     * The state of an answer; all present answers of a page share one.
     *
     * @param tail   of the ledger when the question came
     * @param asOf   commit asked for; empty for now
     * @param rights of the asker, of now: of the tail, unless the read models were waited for since
     */
    private record State(Tail tail, Optional<Long> asOf, CommitToken folded, HeldRights rights, Freshness fresh) {

        Reader reader(Asker asker, Readers readers) {
            return readers.of(asker, rights, folded.number());
        }

        boolean holds(long commit) {
            return folded.number() >= commit;
        }

        long described() {
            return asOf.orElse(folded.number());
        }
    }

    private State state(QueryContext context) {
        return context.asOf() == null ? ofNow(context.asker(), context.page(), context.atLeast()) : found(context);
    }

    private State ofNow(Asker asker, @Nullable PageReading page, long atLeast) {
        return Optional.ofNullable(page)
                .flatMap(known -> known.state(State.class))
                .filter(known -> known.holds(atLeast))
                .orElseGet(() -> found(asker, page, atLeast));
    }

    private State found(QueryContext context) {
        return context.asOf() == null
                ? found(context.asker(), context.page(), context.atLeast())
                : state(context.asker(), context.atLeast(), tail -> Optional.of(asOf(context, tail)));
    }

    private State found(Asker asker, @Nullable PageReading page, long atLeast) {
        State found = state(asker, atLeast, tail -> Optional.empty());
        if (page != null) {
            page.isOf(found);
        }
        return found;
    }

    private State state(Asker asker, long atLeast, Function<Tail, Optional<Long>> described) {
        Tail tail = ledger.tail();
        checkReached(atLeast, tail);
        Optional<Long> asOf = described.apply(tail);
        boolean waited = await(Math.max(atLeast, asOf.orElseGet(() -> first(tail))));
        CommitToken folded = projections.folded();
        HeldRights rights =
                readers.rights(asker, folded.number(), waited ? ledger.tail().number() : tail.number());
        return new State(tail, asOf, folded, rights, freshness.of(folded, asOf, tail));
    }

    private static void checkReached(long atLeast, Tail tail) {
        if (atLeast > tail.number()) {
            throw QueryProblemException.beyond(Long.toString(atLeast), tail.number());
        }
    }

    /**
     * An answer made from nothing would be zeros: before the first commits are projected there is none. The warm-up asks before
     * the projections start, and nobody sees its answers.
     */
    private long first(Tail tail) {
        return projections.isStarted() ? Math.min(1, tail.number()) : 0;
    }

    private <T> QueryAnswer<T> answerNow(
            QueryContext context, State first, Function<Asked, T> question, boolean ofTheLedger) {
        Reader asking = first.reader(context.asker(), readers);
        boolean admitted = admits(asking, context, first);
        State state = admitted ? first : found(context);
        Reader reader = admitted ? asking : admitted(context, state);
        long at = state.described();
        checkFounded(context.asked().variables().values(), at);
        try {
            return Today.knowing(
                    state.tail.number(),
                    () -> reader.answered(() -> accesses.recorded(context.opened(), context.mostOpened(), () -> {
                        Asked asked = new Asked(context, at, state.fresh, today, settings);
                        T answer = question.apply(asked);
                        Links leads = links.of(context.asked(), answer, asked.today(), at, asked.refusals());
                        boolean isShared = ofTheLedger && !context.asker().unnamed() && accesses.hasOpenedNothing();
                        return new QueryAnswer<>(
                                state.fresh, answer, leads, isShared ? audience(reader) : Audience.NONE);
                    })));
        } catch (QueryProblemException e) {
            checkAbsence(e.problem(), at);
            boolean behind = state.asOf.isEmpty() && state.folded.number() < state.tail.number();
            throw behind && mayCome(e.problem())
                    ? QueryProblemException.notYet(state.tail.number(), state.folded.number())
                    : e;
        }
    }

    private static Audience audience(Reader reader) {
        return reader.asker().forOthers() || reader.decidedByRightsAlone() ? Audience.BY_RIGHTS : Audience.BY_ACCOUNT;
    }

    /** The key of an answer of a page if the state behind the page's answers is known; otherwise it is found first. */
    Mono<AnswerKeys.Key> key(QueryContext context) {
        PageReading page = context.page();
        return Optional.ofNullable(page)
                .flatMap(known -> known.state(State.class))
                .filter(known -> known.holds(context.atLeast()))
                .map(known -> Mono.just(keyOf(known.reader(context.asker(), readers), known.fresh)))
                .orElseGet(() -> now(context.asker(), page, context.atLeast(), QueryExecutor::keyOf));
    }

    private static AnswerKeys.Key keyOf(Reader reader, Freshness fresh) {
        return new AnswerKeys.Key(reader.common(), AnswerState.of(fresh));
    }

    /**
     * Opens something for the reader of a page, beside its answers, and returns it once that is recorded. For an answer
     * about the past, such as a part of a file, the rights of now decide. A thread that may block belongs to the page by
     * then: who waits for another page's answer has one of its own.
     */
    <T> Mono<T> opened(QueryContext context, Supplier<T> opening) {
        Mono<T> opened = Mono.fromSupplier(() -> {
            State state = state(context);
            return Today.knowing(
                    state.tail.number(),
                    () -> state.reader(context.asker(), readers)
                            .answered(() -> accesses.recorded(context.opened(), context.mostOpened(), opening)));
        });
        return Mono.defer(() -> Schedulers.isInNonBlockingThread() ? opened.subscribeOn(scheduler) : opened);
    }

    /** The same, which goes on on a thread that may block and is its own. */
    <T> Mono<T> onAnotherThread(Mono<T> waitedFor) {
        return waitedFor.publishOn(scheduler);
    }

    /**
     * Whether the rights permit the question. Ids unknown to the read models are waited for, whether they are in the
     * ledger or not, and the rights are then decided again. So neither the answer nor its time tells which ids exist
     * outside a reader's area.
     */
    private boolean admits(Reader reader, QueryContext context, State state) {
        ReadingDecision decision =
                reader.decide(context.required(), context.asked().named());
        if (decision instanceof ReadingDecision.Outside outside && !outside.known()) {
            await(state.tail.number());
            return false;
        }
        refusals.check(decision, state.folded.number());
        return true;
    }

    private Reader admitted(QueryContext context, State state) {
        Reader reader = state.reader(context.asker(), readers);
        refusals.check(reader.decide(context.required(), context.asked().named()), state.folded.number());
        return reader;
    }

    /**
     * Whether what is absent may be in commits that are not projected yet: not a commit, and nothing of which the ledger has no
     * event.
     */
    private boolean mayCome(Problem problem) {
        if (problem.status() != 404 || problem.code().equals("absent-commit")) {
            return false;
        }
        return !AGGREGATES.contains(problem.code())
                || problem.arguments().stream()
                        .anyMatch(id -> ledger.head(id.toString()).isPresent());
    }

    /** Refuses what a damaged commit began, also where read models hold it from before the damage. */
    private void checkFounded(Collection<String> named, long asOf) {
        for (DamagedCommit damaged : ledger.damaged().upTo(asOf)) {
            for (String id : named) {
                if (damaged.aggregates().contains(id)) {
                    var _ = ledger.aggregate(id, 0, 1);
                }
            }
        }
    }

    /** Refuses to call a thing absent that a damaged commit may have made. */
    private void checkAbsence(Problem problem, long asOf) {
        if (problem.status() == 404) {
            ledger.damaged().upTo(asOf).stream()
                    .filter(damaged -> problem.arguments().stream().anyMatch(id -> damaged.mayConcern(id.toString())))
                    .findFirst()
                    .ifPresent(damaged -> {
                        throw damaged.exception();
                    });
        }
    }

    /** Whether the read models had to be waited for. */
    private boolean await(long wanted) {
        return waits.await(wanted, projections::folded, projections::await);
    }

    private long asOf(QueryContext context, Tail tail) {
        PageReading page = context.page();
        return switch (Objects.requireNonNull(context.asOf())) {
            case AsOf.OfCommit(long number)
            when number > tail.number() -> throw QueryProblemException.beyond(Long.toString(number), tail.number());
            case AsOf.OfCommit(long number) -> number;
            case AsOf.OfInstant(Instant instant)
            when instant.isAfter(clock.instant()) ->
                throw QueryProblemException.beyond(instant.toString(), tail.number());
            case AsOf.OfInstant(Instant instant) when page != null -> page.commitAsOf(instant, ledger::numberAsOf);
            case AsOf.OfInstant(Instant instant) -> ledger.numberAsOf(instant);
        };
    }
}
