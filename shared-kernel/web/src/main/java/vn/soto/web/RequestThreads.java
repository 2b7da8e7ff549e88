package vn.soto.web;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for the blocking work of requests: platform threads, a bounded number of them, and a bounded queue before
 * them. A virtual thread that loads a class keeps its carrier while it waits for the lock of a jar. If such threads
 * hold all carriers, and the lock's owner is a virtual thread that waits for a carrier, the process stops for ever.
 */
public final class RequestThreads {

    private static final long IDLE_SECONDS = 30;

    private RequestThreads() {}

    /**
     * An executor that throws {@link java.util.concurrent.RejectedExecutionException} once its queue is full.
     *
     * @param name   prefix of the names of its threads
     * @param most   maximum number of threads; a task must not wait for another task of the same executor
     * @param queued maximum number of tasks that wait for a thread
     */
    public static ExecutorService of(String name, int most, int queued) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                most,
                most,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(queued),
                Thread.ofPlatform().name(name, 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
