package vn.soto.query.http.live;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import vn.soto.query.http.Freshness.Moment;

/**
 * Tells its listeners what the read models have: the state at once, then each later one, with a pause between two. Listeners that
 * are slow get the latest.
 */
final class LiveFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);

    private final Source source;
    private final Runnable pause;
    private final Sinks.Many<Announcement> later = Sinks.many().multicast().directBestEffort();
    private final Thread watch;
    private volatile Announcement latest;
    private volatile boolean closed;

    /** The position of the read models. */
    interface Source {

        Moment now();

        /** The traces of the commits after one up to another; absent if they are not known. */
        @Nullable
        List<Trace> between(long after, long upTo);

        /** Returns when there may be more than {@code commit}, and at the latest after some seconds. */
        void await(long commit) throws InterruptedException;
    }

    /** @param pause called after each announcement; the next one comes when it returns */
    LiveFeed(Source source, Runnable pause) {
        this.source = source;
        this.pause = pause;
        this.latest = Announcement.first(source.now());
        this.watch = Thread.ofPlatform().name("live-feed").daemon().start(this::watch);
    }

    static Runnable pauseOf(Duration length) {
        return () -> LockSupport.parkNanos(length.toNanos());
    }

    /** The commit that listeners were told of last. */
    long told() {
        return latest.commit();
    }

    /** The latest state, then later ones; ends when the feed is closed. */
    Flux<Announcement> announcements() {
        Flux<Announcement> now = Flux.defer(() -> Flux.just(latest));
        return Flux.merge(later.asFlux(), now)
                .scan((told, next) -> next.commit() > told.commit() ? next : told)
                .distinctUntilChanged(Announcement::commit)
                .onBackpressureLatest();
    }

    private void watch() {
        while (!closed) {
            try {
                source.await(latest.commit());
                look(source::now);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                // The store does not answer: the streams stay and say nothing until it does.
                LOG.debug("the state of the read models is not known", e);
                pause.run();
            }
        }
    }

    private void look(Supplier<Moment> read) {
        Moment now = read.get();
        if (now.commit() > latest.commit() && !closed) {
            Announcement next = latest.next(now, heard(now.commit()));
            latest = next;
            later.tryEmitNext(next);
            pause.run();
        }
    }

    /** While nobody listens, nothing is looked up: who comes later is told the state alone. */
    private @Nullable List<Trace> heard(long upTo) {
        return later.currentSubscriberCount() == 0 ? null : source.between(latest.commit(), upTo);
    }

    /** Ends the streams. */
    @Override
    public void close() {
        closed = true;
        later.tryEmitComplete();
        watch.interrupt();
        try {
            watch.join(LONGEST_LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
