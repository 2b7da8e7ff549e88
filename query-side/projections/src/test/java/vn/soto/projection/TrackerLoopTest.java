package vn.soto.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Damage;
import vn.soto.ledger.DamagedCommit;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredCommit;
import vn.soto.ledger.Tail;
import vn.soto.projection.progress.ClaimSettings;
import vn.soto.projection.progress.LaneStore;
import vn.soto.projection.progress.ProjectionCluster;
import vn.soto.projection.progress.TrackerProgress;
import vn.soto.projection.source.CommitToken;
import vn.soto.projection.source.EventContext;
import vn.soto.projection.source.LedgerEventSource;
import vn.soto.projection.source.WakeUpSignal;
import vn.soto.testkit.Await;

/** One lane that waits, or a database that is away, stops no other lane, and no lane is projected twice at once. */
@Tag("threads")
final class TrackerLoopTest {

    private static final Hash CHAIN = Hash.sha256(new byte[0]);

    private final AtomicInteger end = new AtomicInteger(3);
    private final LedgerEventSource source =
            new LedgerEventSource(reader(), EventCodec.product(), 2, Duration.ofMillis(10));
    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final ProjectionCluster cluster =
            ProjectionCluster.alone(new ClaimSettings("me", Duration.ofMillis(120)), source.beginning());
    private final Claims claims = new Claims();
    private final AtomicLong leader = new AtomicLong(Long.MAX_VALUE);
    private final List<Lane> lanes = IntStream.range(0, 2).mapToObj(this::lane).toList();
    private final TrackerLoop loop = new TrackerLoop(
            "test",
            lanes,
            new LaneClaims("test", lanes, claims, cluster, source),
            source,
            workers,
            cluster.claims().look(),
            true,
            new WakeUpSignal(),
            leader::get);

    private final CountDownLatch mayEnd = new CountDownLatch(1);

    /** Done by each lane before it stores its progress. */
    private Runnable working = () -> {};

    /** A ledger of damaged commits: each is an event that every projector takes. */
    private LedgerReader reader() {
        return (LedgerReader) Proxy.newProxyInstance(
                LedgerReader.class.getClassLoader(),
                new Class<?>[] {LedgerReader.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "origin" -> "test";
                    case "tail" -> new Tail(end.get(), end.get(), Instant.EPOCH, Instant.EPOCH, CHAIN);
                    case "read" -> commits((Long) arguments[0], (Integer) arguments[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private List<StoredCommit> commits(long from, int limit) {
        return LongStream.rangeClosed(from, Math.min(end.get(), from + limit - 1))
                .<StoredCommit>mapToObj(number ->
                        new DamagedCommit(number, number, CHAIN, List.of("a" + number), Set.of(), Damage.MISSING))
                .toList();
    }

    private Lane lane(int number) {
        BoundProjector projector = new BoundProjector(
                new Refusing(), new MemoryDocuments(), InMemorySequencedDeadLetterQueue.defaultQueue());
        return new Lane(
                "lane " + number,
                List.of(projector),
                source.beginning(),
                token -> {
                    working.run();
                    claims.store(number, token);
                },
                Runnable::run,
                1);
    }

    private static final class Refusing implements PlainProjector {

        @Override
        public void on(Object event, EventContext at, Batch batch) {
            throw new IllegalStateException();
        }

        @Override
        public boolean handles(Class<?> event) {
            return false;
        }

        @Override
        public List<DocumentType<?>> documentTypes() {
            return List.of();
        }
    }

    /** Both lanes are claimed by this process; what it does with them is noted. */
    private final class Claims implements LaneStore {

        private final List<String> done = new CopyOnWriteArrayList<>();
        private final AtomicInteger renewals = new AtomicInteger();
        private volatile boolean away;

        @Override
        public Optional<TrackerProgress> progress() {
            return Optional.empty();
        }

        @Override
        public Optional<List<CommitToken>> claim() {
            return Optional.of(List.of(source.beginning(), source.beginning()));
        }

        @Override
        public void store(int lane, CommitToken token) {
            done.add(lane + " stored " + token.number());
        }

        @Override
        public void renew(List<CommitToken> tokens) {
            renewals.incrementAndGet();
            if (away) {
                throw new MongoException("the store went away");
            }
        }

        @Override
        public void release(List<CommitToken> tokens) {
            for (int lane = 0; lane < tokens.size(); lane++) {
                done.add(lane + " released");
            }
        }

        @Override
        public void requestRetry(String projection) {
            throw new UnsupportedOperationException();
        }

        List<String> of(int lane) {
            return done.stream().filter(each -> each.startsWith(lane + " ")).toList();
        }
    }

    @AfterEach
    void close() {
        mayEnd.countDown();
        loop.stop();
        source.close();
        workers.shutdownNow();
    }

    private void awaitLane(int lane, long commit) {
        Await.until("lane " + lane, () -> lanes.get(lane).position().number() == commit);
    }

    @Test
    void aLaneThatIsHeldHoldsUpNoOtherAndCatchesUpByItself() {
        lanes.getFirst().betweenBatches(() -> {
            loop.start();
            awaitLane(1, 3);
            end.set(9);
            awaitLane(1, 9);
            assertThat(lanes.getFirst().position().number()).isZero();
        });
        awaitLane(0, 9);
        loop.stop();
        assertThat(claims.of(0))
                .containsExactlyElementsOf(Stream.concat(
                                LongStream.rangeClosed(1, 9).mapToObj(commit -> "0 stored " + commit),
                                Stream.of("0 released"))
                        .toList());
    }

    /** So a page that both read is decoded once. */
    @Test
    void readsNoPageBeforeTheOneThatItFollows() {
        leader.set(0);
        loop.start();
        awaitLane(0, 2);
        awaitLane(1, 2);
        leader.set(2);
        awaitLane(0, 3);
        awaitLane(1, 3);
    }

    @Test
    void staysNearAFollowerThatGoesOn() {
        end.set(20);
        AtomicLong follower = new AtomicLong();
        AtomicLong most = new AtomicLong();
        loop.leads(
                () -> {
                    long reached = follower.get();
                    most.accumulateAndGet(lanes.get(0).position().number() - reached, Math::max);
                    follower.compareAndSet(reached, Math.min(20, reached + 1));
                    return reached;
                },
                4);
        loop.start();
        awaitLane(0, 20);
        awaitLane(1, 20);
        assertThat(most.get()).isBetween(4L, 6L);
    }

    /** Answers wait for what is new. */
    @Test
    void staysNearNoFollowerOnceTheLedgerOfItsStartIsProjected() {
        AtomicLong follower = new AtomicLong();
        loop.leads(
                () -> follower.updateAndGet(
                        reached -> Math.min(lanes.getFirst().position().number(), reached + 1)),
                4);
        loop.start();
        awaitLane(0, 3);
        awaitLane(1, 3);
        end.set(20);
        awaitLane(0, 20);
        awaitLane(1, 20);
        assertThat(follower.get()).isLessThanOrEqualTo(4);
    }

    @Test
    void leavesAFollowerThatDoesNotGoOn() {
        end.set(20);
        loop.leads(() -> 0, 4);
        loop.start();
        awaitLane(0, 20);
        awaitLane(1, 20);
    }

    @Test
    void aLaneThatIsHeldIsWaitedForOnce() {
        end.set(20);
        loop.leads(() -> Long.MAX_VALUE, 4);
        lanes.getFirst().betweenBatches(() -> {
            loop.start();
            awaitLane(1, 20);
        });
        awaitLane(0, 20);
    }

    /** The renewal fails while a lane is at work: it goes on alone, and its claim is given up after its batch. */
    @Test
    void aLaneIsNotReleasedUnderABatch() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(2);
        working = () -> {
            begun.countDown();
            uninterrupted(mayEnd);
        };
        loop.start();
        begun.await();
        claims.away = true;
        Await.until("the renewal fails", loop::isFailing);
        Thread stopping = Thread.ofPlatform().start(loop::stop);
        int before = claims.renewals.get();
        Await.until("another renewal while it stops", () -> claims.renewals.get() > before || !claims.done.isEmpty());
        assertThat(claims.done).isEmpty();
        claims.away = false;
        mayEnd.countDown();
        stopping.join();
        for (int lane = 0; lane < 2; lane++) {
            assertThat(claims.of(lane)).startsWith(lane + " stored 1").endsWith(lane + " released");
        }
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
