package vn.soto.open.http;

import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.soto.web.RequestThreads;

/**
 * The threads on which open answers are made. There are few, and they are their own: however many people without an account
 * ask, those who are signed in have their threads. Beyond those that wait, an answer fails at once.
 */
@Component
public final class OpenPlaces implements AutoCloseable {

    public static final int PLACES = 2;
    public static final int WAITING = 32;

    private final Scheduler threads = Schedulers.fromExecutorService(RequestThreads.of("open-", PLACES, WAITING));

    /** Fails with {@link java.util.concurrent.RejectedExecutionException} if too many wait. */
    public <T> Mono<T> run(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(threads);
    }

    @Override
    public void close() {
        threads.dispose();
    }
}
