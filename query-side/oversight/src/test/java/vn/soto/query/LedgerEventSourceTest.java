package vn.soto.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.projection.source.CommitToken;
import vn.soto.projection.source.EventContext;
import vn.soto.projection.source.LedgerEventSource;
import vn.soto.projection.source.UndecodableEvent;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Sample;
import vn.soto.testkit.Await;

@Tag("threads")
final class LedgerEventSourceTest {

    private static final Duration SELDOM = Duration.ofHours(1);

    private final Sample sample = new Sample(11, 120);
    private final EventLog scribe = sample.scribe;
    private final LedgerEventSource source = new LedgerEventSource(scribe.ledger, scribe.codec, 8, SELDOM);

    @AfterEach
    void close() {
        source.close();
    }

    private static UnitEstablished ward(String id) {
        return new UnitEstablished(
                new UnitId(id), UnitKind.WARD, "Phường", null, Sample.PROVINCE, Sample.DECISION, Sample.DAY);
    }

    private List<TrackedEventMessage<?>> all(TrackingToken from) throws InterruptedException {
        List<TrackedEventMessage<?>> messages = new ArrayList<>();
        try (var stream = source.openStream(from)) {
            while (stream.hasNextAvailable()) {
                messages.add(stream.nextAvailable());
            }
        }
        return messages;
    }

    @Test
    void givesEveryEventOnceInOrderWithItsCommitsToken() throws InterruptedException {
        List<EventContext> places = new ArrayList<>();
        for (TrackedEventMessage<?> message : all(source.createTailToken())) {
            EventContext at = EventContext.of(message);
            places.add(at);
            Commit commit = scribe.ledger.commit(at.commit()).orElseThrow();
            assertThat(message.trackingToken())
                    .isEqualTo(new CommitToken(commit.number(), commit.chain().toString()));
            assertThat(message.getIdentifier())
                    .isEqualTo(commit.events().get(at.index()).id());
        }
        assertThat(places)
                .extracting(EventContext::position)
                .isEqualTo(
                        LongStream.range(0, scribe.ledger.tail().next()).boxed().toList());
    }

    @Test
    void decodesOnceForAllWhoReadAlongside() throws InterruptedException {
        try (var one = source.openStream(source.createTailToken());
                var other = source.openStream(source.createTailToken())) {
            while (one.hasNextAvailable()) {
                assertThat(one.nextAvailable()).isSameAs(other.nextAvailable());
            }
            sample.scribe.write(ward("c6"));
            source.signal();
            assertThat(one.hasNextAvailable(60, TimeUnit.SECONDS)).isTrue();
            assertThat(one.nextAvailable()).isSameAs(other.nextAvailable());
        }
    }

    @Test
    void goesOnAfterAnyCommit() throws InterruptedException {
        for (long number : new long[] {1, 7, 8, 9, 15, 16, 100}) {
            Commit commit = scribe.ledger.commit(number).orElseThrow();
            List<TrackedEventMessage<?>> rest =
                    all(new CommitToken(number, commit.chain().toString()));
            assertThat(EventContext.of(rest.getFirst()).position())
                    .isEqualTo(commit.tail().next());
            assertThat(rest)
                    .hasSize((int) (scribe.ledger.tail().next() - commit.tail().next()));
        }
    }

    /** Axon's coordinator looks once more when another thread may be taking events already. */
    @Test
    void losesNothingToSomebodyWhoOnlyLooks() throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        for (int turn = 0; turn < 200; turn++) {
            List<Long> taken = new ArrayList<>();
            try (var stream = source.openStream(source.createTailToken())) {
                done.set(false);
                Thread looking = Thread.ofPlatform().start(() -> {
                    while (!done.get()) {
                        stream.peek();
                    }
                });
                while (stream.hasNextAvailable()) {
                    taken.add(EventContext.of(stream.nextAvailable()).position());
                }
                done.set(true);
                looking.join();
            }
            assertThat(taken)
                    .isEqualTo(LongStream.range(0, scribe.ledger.tail().next())
                            .boxed()
                            .toList());
        }
    }

    @Test
    void refusesToContinueWhatAnotherLedgerBegan() {
        assertThatThrownBy(() -> source.openStream(new CommitToken(3, "00")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another ledger");
        assertThatThrownBy(() -> source.openStream(new CommitToken(1_000_000, "00")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void deliversWhatItCannotDecode() throws InterruptedException {
        TrackingToken head = source.createHeadToken();
        scribe.writeUnknown(ward("c8"));
        assertThat(all(head))
                .hasSize(1)
                .first()
                .satisfies(message -> assertThat(message.getPayload())
                        .isInstanceOfSatisfying(
                                UndecodableEvent.class,
                                poison -> assertThat(poison.subject()).isEqualTo("c8")));
    }

    @Test
    void findsTheFirstCommitWithAnEventOfThatTime() {
        Commit fifth = scribe.ledger.commit(5).orElseThrow();
        Commit fourth = scribe.ledger.commit(4).orElseThrow();
        assertThat(source.createTokenAt(fifth.events().getFirst().timestamp()))
                .isEqualTo(new CommitToken(4, fourth.chain().toString()));
        assertThat(source.createTokenAt(scribe.clock.instant().plusSeconds(9))).isEqualTo(source.createHeadToken());
    }

    @Test
    void aSignalWakesWhoWaitsAndWhoAskedToBeCalled() throws InterruptedException {
        CountDownLatch called = new CountDownLatch(1);
        try (var stream = source.openStream(source.createHeadToken())) {
            assertThat(stream.setOnAvailableCallback(called::countDown)).isTrue();
            assertThat(stream.hasNextAvailable()).isFalse();
            Thread.startVirtualThread(() -> {
                sample.scribe.write(ward("c7"));
                source.signal();
            });
            assertThat(stream.hasNextAvailable(60, TimeUnit.SECONDS)).isTrue();
            assertThat(called.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aSignalWithoutACommitDoesNotEndTheWait() throws InterruptedException {
        AtomicBoolean written = new AtomicBoolean();
        try (var stream = source.openStream(source.createHeadToken())) {
            stream.setOnAvailableCallback(() -> {
                if (written.compareAndSet(false, true)) {
                    sample.scribe.write(ward("c7"));
                    source.signal();
                }
            });
            Thread.startVirtualThread(source::signal);
            assertThat(stream.hasNextAvailable(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Closing the reader next ends nothing in the middle. */
    @Test
    void closingWaitsForTheLookThatIsUnderWay() throws InterruptedException {
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        AtomicBoolean done = new AtomicBoolean();
        LedgerReader slow = (LedgerReader) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {LedgerReader.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("tail")) {
                        looking.countDown();
                        looked.await();
                        done.set(true);
                    }
                    return method.invoke(scribe.ledger, arguments);
                });
        LedgerEventSource closing = new LedgerEventSource(slow, scribe.codec, 8, SELDOM);
        looking.await();
        AtomicBoolean doneWhenClosed = new AtomicBoolean();
        Thread closer = Thread.ofPlatform().start(() -> {
            closing.close();
            doneWhenClosed.set(done.get());
        });
        Await.until("closing", () -> closer.getState() == Thread.State.TIMED_WAITING || !closer.isAlive());
        looked.countDown();
        closer.join();
        assertThat(doneWhenClosed).isTrue();
    }
}
