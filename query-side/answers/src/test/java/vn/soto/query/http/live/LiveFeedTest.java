package vn.soto.query.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import vn.soto.query.http.Freshness.Moment;
import vn.soto.query.subject.IdKind;
import vn.soto.web.EndpointRight;

/** The messages to listeners of the feed, however fast the ledger grows and however slowly they listen. */
@Tag("threads")
final class LiveFeedTest {

    private static final long LONG = 2;

    private final Semaphore grown = new Semaphore(0);
    private final Semaphore paused = new Semaphore(0);
    private final Semaphore goOn = new Semaphore(0);
    private volatile long commit = 5;

    private final LiveFeed.Source source = new LiveFeed.Source() {

        @Override
        public Moment now() {
            return moment(commit);
        }

        @Override
        public @Nullable List<Trace> between(long after, long upTo) {
            return upTo - after > 100
                    ? null
                    : LongStream.rangeClosed(after + 1, upTo)
                            .mapToObj(LiveFeedTest::trace)
                            .toList();
        }

        @Override
        public void await(long known) throws InterruptedException {
            grown.acquire();
        }
    };

    private static Moment moment(long commit) {
        return new Moment(commit, Instant.EPOCH, "chain-" + commit);
    }

    private static Trace trace(long commit) {
        return new Trace(commit, EndpointRight.RECORDS, Map.of(IdKind.TEAM, Set.of("t-" + commit)), Set.of());
    }

    private LiveFeed feed() {
        return new LiveFeed(source, () -> {
            paused.release();
            goOn.acquireUninterruptibly();
        });
    }

    private void growTo(long number) {
        commit = number;
        grown.release();
    }

    /** A listener that takes as many as it asked for. */
    private static final class Listener extends BaseSubscriber<Announcement> {

        private final List<Long> told = new ArrayList<>();
        private final CountDownLatch ended = new CountDownLatch(1);

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            // Asks when the test says so.
        }

        @Override
        protected void hookOnNext(Announcement value) {
            told.add(value.commit());
        }

        @Override
        protected void hookOnComplete() {
            ended.countDown();
        }
    }

    @Test
    void betweenTwoAnnouncementsIsAPauseAndTheLastOfSeveralWins() throws InterruptedException {
        try (LiveFeed feed = feed()) {
            Listener listener = new Listener();
            feed.announcements().subscribe(listener);
            listener.request(Long.MAX_VALUE);
            growTo(6);
            assertThat(paused.tryAcquire(LONG, TimeUnit.MINUTES)).isTrue();
            growTo(7);
            growTo(8);
            assertThat(listener.told).containsExactly(5L, 6L);
            goOn.release();
            assertThat(paused.tryAcquire(LONG, TimeUnit.MINUTES)).isTrue();
            assertThat(listener.told).containsExactly(5L, 6L, 8L);
            goOn.release(10);
        }
    }

    @Test
    void aSlowListenerGetsTheLatestAndLosesNoTrace() throws InterruptedException {
        try (LiveFeed feed = feed()) {
            goOn.release(100);
            Listener slow = new Listener();
            feed.announcements().subscribe(slow);
            slow.request(1);
            for (long number = 6; number < 40; number++) {
                growTo(number);
                assertThat(paused.tryAcquire(LONG, TimeUnit.MINUTES)).isTrue();
            }
            slow.request(1);
            assertThat(slow.told).containsExactly(5L, 39L);
            Announcement latest = feed.announcements().blockFirst();
            assertThat(latest).isNotNull();
            assertThat(latest.after(5)).hasSize(34);
            assertThat(latest.after(38)).containsExactly(trace(39));
            assertThat(latest.after(4)).as("from before the feed began").isNull();
        }
    }

    @Test
    void afterTooManyCommitsAnythingMayHaveChanged() throws InterruptedException {
        try (LiveFeed feed = feed()) {
            goOn.release(100);
            growTo(300);
            assertThat(paused.tryAcquire(LONG, TimeUnit.MINUTES)).isTrue();
            Announcement latest = feed.announcements().blockFirst();
            assertThat(latest).isNotNull();
            assertThat(latest.after(5)).isNull();
            assertThat(latest.after(300)).isEmpty();
            assertThat(latest.after(301)).as("of another ledger").isNull();
        }
    }

    @Test
    void theTracesThatAreKeptAreBounded() {
        Announcement announced = Announcement.first(moment(0));
        for (long number = 1; number <= 3L * Announcement.KEPT; number++) {
            announced = announced.next(moment(number), List.of(trace(number)));
        }
        assertThat(announced.traces()).hasSize(Announcement.KEPT);
        assertThat(announced.after(announced.since())).hasSize(Announcement.KEPT);
        assertThat(announced.after(announced.since() - 1)).isNull();
    }

    @Test
    void aClosedFeedEndsItsStreams() throws InterruptedException {
        LiveFeed feed = feed();
        Listener listener = new Listener();
        feed.announcements().subscribe(listener);
        listener.request(1);
        goOn.release(10);
        feed.close();
        assertThat(listener.ended.await(LONG, TimeUnit.MINUTES)).isTrue();
        assertThat(listener.told).containsExactly(5L);
    }
}
