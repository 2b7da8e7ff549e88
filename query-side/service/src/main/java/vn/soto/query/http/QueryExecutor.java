package vn.soto.query.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Tail;
import vn.soto.projection.Projections;
import vn.soto.projection.source.CommitToken;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.link.AnswerLinks;
import vn.soto.web.Problem;
import vn.soto.web.RequestThreads;

/**
 * Executes queries on threads that may block: waits for the commit a query names, fixes the commit the answer describes,
 * records whose personal data the answer shows and adds the freshness.
 */
@Component
public final class QueryExecutor implements AutoCloseable {

    private static final int AT_WORK = 64;
    private static final int QUEUED = 4_096;
    private static final Range COMMITS = new Range("asOf", 0, Long.MAX_VALUE);

    private final Projections projections;
    private final LedgerReader ledger;
    private final Clock clock;
    private final QuerySettings settings;
    private final AccessLog accesses;
    private final Today today;
    private final AnswerLinks links;
    private final Semaphore waiting;
    private final Scheduler scheduler;

    QueryExecutor(
            Projections projections,
            LedgerReader ledger,
            Clock clock,
            QuerySettings settings,
            AccessLog accesses,
            Today today,
            AnswerLinks links) {
        this.accesses = accesses;
        this.projections = projections;
        this.ledger = ledger;
        this.clock = clock;
        this.settings = settings;
        this.today = today;
        this.links = links;
        this.waiting = new Semaphore(settings.maxWaitingQueries());
        // However many queries wait for a commit, others have threads.
        this.scheduler = Schedulers.fromExecutorService(
                RequestThreads.of("query-", settings.maxWaitingQueries() + AT_WORK, QUEUED));
    }

    @Override
    public void close() {
        scheduler.dispose();
    }

    /** A query about the ledger as of a commit. */
    @FunctionalInterface
    public interface Query<T> {

        T answer(long asOf);
    }

    public <T> Mono<QueryAnswer<T>> answer(QueryContext context, Query<T> query) {
        return Mono.fromCallable(() -> answerNow(context, query)).subscribeOn(scheduler);
    }

    private <T> QueryAnswer<T> answerNow(QueryContext context, Query<T> query) {
        Tail tail = ledger.tail();
        long atLeast = context.atLeast();
        if (atLeast > tail.number()) {
            throw QueryProblemException.beyond(Long.toString(atLeast), tail.number());
        }
        Optional<Long> asOf = Optional.ofNullable(context.asOf()).map(text -> asOf(text, tail));
        await(Math.max(atLeast, asOf.orElse(0L)));
        CommitToken folded = projections.folded();
        try {
            long at = asOf.orElse(folded.number());
            return accesses.recorded(() -> {
                T answer = query.answer(at);
                return new QueryAnswer<>(
                        freshness(folded, asOf), answer, links.of(context.asked(), answer, today.of(context, at), at));
            });
        } catch (QueryProblemException e) {
            checkAbsence(e.problem(), asOf.orElse(folded.number()));
            // 404 is final only if the read models have projected the whole ledger.
            boolean mayCome = e.problem().status() == 404 && asOf.isEmpty() && folded.number() < tail.number();
            throw mayCome ? QueryProblemException.notYet(tail.number(), folded.number()) : e;
        }
    }

    /** What a damaged commit may have made is not known to be absent. */
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

    private void await(long wanted) {
        if (projections.folded().number() >= wanted) {
            return;
        }
        if (!waiting.tryAcquire()) {
            throw QueryProblemException.tooMany();
        }
        try {
            if (!projections.await(wanted, settings.readYourWritesTimeout())) {
                throw QueryProblemException.notYet(wanted, projections.folded().number());
            }
        } finally {
            waiting.release();
        }
    }

    private long asOf(String text, Tail tail) {
        if (text.chars().allMatch(Character::isDigit)) {
            long number = COMMITS.parse(Optional.of(text)).orElseThrow();
            if (number > tail.number()) {
                throw QueryProblemException.beyond(text, tail.number());
            }
            return number;
        }
        Instant instant = instant(text);
        if (instant.isAfter(clock.instant())) {
            throw QueryProblemException.beyond(text, tail.number());
        }
        return ledger.numberAsOf(instant);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw QueryProblemException.malformed("asOf", text, "time");
        }
    }

    private Freshness freshness(CommitToken folded, Optional<Long> asOf) {
        long tail = Math.max(ledger.tail().number(), folded.number());
        long lag = tail - folded.number();
        Duration age = lag == 0 ? Duration.ZERO : age(folded.number() + 1);
        return new Freshness(
                folded.number(),
                folded.chain(),
                tail,
                lag,
                age.toSeconds(),
                age.compareTo(settings.staleAfter()) > 0,
                projections.deadLetters(),
                Freshness.Damaged.of(ledger.damaged().upTo(asOf.orElse(folded.number()))),
                asOf.isPresent() ? asOf.get() : null);
    }

    private Duration age(long number) {
        Duration age = ledger.read(number, 1).stream()
                .filter(Commit.class::isInstance)
                .findFirst()
                .map(stored -> ((Commit) stored).at())
                .map(at -> Duration.between(at, clock.instant()))
                .orElse(Duration.ZERO);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
