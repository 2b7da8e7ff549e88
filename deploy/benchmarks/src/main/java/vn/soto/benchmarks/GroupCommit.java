package vn.soto.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** The minimal group commit: callers that arrive while a group is written join the next one. */
final class GroupCommit<T> implements AutoCloseable {

    private static final int LARGEST = 512;

    /** Makes a group durable. */
    @FunctionalInterface
    interface Writer<T> {
        void write(List<T> group) throws Exception;
    }

    private record Pending<T>(T item, CompletableFuture<Boolean> written) {}

    private final BlockingQueue<Pending<T>> queue = new LinkedBlockingQueue<>();
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private final Thread thread;

    GroupCommit(Writer<T> writer) {
        this.thread = Thread.ofPlatform().daemon().name("raw-writer").start(() -> run(writer));
    }

    void write(T item) {
        Pending<T> pending = new Pending<>(item, new CompletableFuture<>());
        queue.add(pending);
        pending.written.join();
    }

    private void run(Writer<T> writer) {
        List<Pending<T>> group = new ArrayList<>();
        try {
            while (true) {
                group.clear();
                group.add(queue.take());
                queue.drainTo(group, LARGEST - 1);
                try {
                    writer.write(group.stream().map(Pending::item).toList());
                    group.forEach(pending -> pending.written.complete(true));
                } catch (InterruptedException e) {
                    throw e;
                } catch (Exception e) {
                    group.forEach(pending -> pending.written.completeExceptionally(e));
                }
            }
        } catch (InterruptedException e) {
            group.forEach(pending -> pending.written.completeExceptionally(e));
        } finally {
            ended.complete(true);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        ended.join();
    }
}
