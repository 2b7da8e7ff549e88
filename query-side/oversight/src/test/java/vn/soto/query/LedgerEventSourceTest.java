package vn.soto.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
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
import vn.soto.projection.source.ProjectedEvent;
import vn.soto.projection.source.TrackedCommit;
import vn.soto.projection.source.UndecodableEvent;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Sample;
import vn.soto.testkit.Await;

@Tag("threads")
final class LedgerEventSourceTest {

    private static final Duration SELDOM = Duration.ofHours(1);

    private final Sample sample = new Sample(11, 120);
    private final EventLog scribe = sample.scribe;

    @AutoClose
    private final LedgerEventSource source = new LedgerEventSource(scribe.ledger, scribe.codec, 8, SELDOM);

    private static UnitEstablished ward(String id) {
        return new UnitEstablished(
                new UnitId(id), UnitKind.WARD, "Phường", null, Sample.PROVINCE, Sample.DECISION, Sample.DAY);
    }

    private List<TrackedCommit> all(long from) {
        List<TrackedCommit> commits = new ArrayList<>();
        for (List<TrackedCommit> page = source.after(from);
                !page.isEmpty();
                page = source.after(page.getLast().token().number())) {
            commits.addAll(page);
        }
        return commits;
    }

    @Test
    void givesEveryEventOnceInOrderWithItsCommitsToken() {
        List<EventContext> places = new ArrayList<>();
        for (TrackedCommit tracked : all(0)) {
            Commit commit = scribe.ledger.commit(tracked.token().number()).orElseThrow();
            assertThat(tracked.token())
                    .isEqualTo(new CommitToken(commit.number(), commit.chain().toString()));
            for (ProjectedEvent event : tracked.events()) {
                places.add(event.at());
                assertThat(event.at().commit()).isEqualTo(commit.number());
                assertThat(event.at().event())
                        .isEqualTo(commit.events().get(event.at().index()).id());
            }
        }
        assertThat(places)
                .extracting(EventContext::position)
                .isEqualTo(
                        LongStream.range(0, scribe.ledger.tail().next()).boxed().toList());
    }

    @Test
    void decodesOnceForAllWhoReadAlongside() {
        assertThat(source.after(0).getFirst()).isSameAs(source.after(0).getFirst());
        long tail = scribe.ledger.tail().number();
        assertThat(source.after(tail)).isEmpty();
        sample.scribe.write(ward("c6"));
        source.endWaits();
        assertThat(source.after(tail)).hasSize(1).isEqualTo(source.after(tail));
        assertThat(source.after(tail).getFirst()).isSameAs(source.after(tail).getFirst());
    }

    @Test
    void goesOnAfterAnyCommit() {
        for (long number : new long[] {1, 7, 8, 9, 15, 16, 100}) {
            List<TrackedCommit> rest = all(number);
            assertThat(rest.getFirst().token().number()).isEqualTo(number + 1);
            assertThat(rest).hasSize((int) (scribe.ledger.tail().number() - number));
        }
    }

    @Test
    void refusesToContinueWhatAnotherLedgerBegan() {
        Commit third = scribe.ledger.commit(3).orElseThrow();
        CommitToken own = new CommitToken(3, third.chain().toString());
        assertThat(source.checked(own)).isEqualTo(own);
        assertThat(source.checked(source.beginning()).number()).isZero();
        assertThatThrownBy(() -> source.checked(new CommitToken(3, "00")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another ledger");
        assertThatThrownBy(() -> source.checked(new CommitToken(1_000_000, "00")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void deliversWhatItCannotDecode() {
        long head = source.end().number();
        scribe.writeUnknown(ward("c8"));
        assertThat(all(head).getFirst().events())
                .hasSize(1)
                .first()
                .satisfies(poison -> assertThat(poison.event())
                        .isInstanceOfSatisfying(
                                UndecodableEvent.class,
                                undecodable -> assertThat(undecodable.subject()).isEqualTo("c8")));
    }

    @Test
    void aSignalWakesWhoWaits() throws InterruptedException {
        long seen = source.signals();
        Thread.startVirtualThread(() -> {
            sample.scribe.write(ward("c7"));
            source.signal();
        });
        source.awaitSignal(seen, Duration.ofSeconds(60));
        assertThat(source.signals()).isGreaterThan(seen);
        assertThat(all(scribe.ledger.tail().number() - 1)).hasSize(1);
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
