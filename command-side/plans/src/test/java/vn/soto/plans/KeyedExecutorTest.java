package vn.soto.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class KeyedExecutorTest {

    @AutoClose
    private final KeyedExecutor executor = new KeyedExecutor("test-", 8);

    @Test
    void keepsTheOrderOfTasksThatShareAKey() {
        List<Integer> order = new ArrayList<>();
        List<CompletableFuture<Boolean>> tasks = IntStream.range(0, 1_000)
                .mapToObj(i -> executor.execute(List.of("shared", "own " + i), () -> order.add(i)))
                .toList();
        tasks.forEach(CompletableFuture::join);
        assertThat(order).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
    }

    @Test
    void runsTasksWithoutACommonKeyConcurrently() {
        CountDownLatch both = new CountDownLatch(2);
        List.of("a", "b").stream()
                .map(key -> executor.execute(List.of(key), () -> meet(both)))
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(both.getCount()).isZero();
    }

    @Test
    void runsATaskAfterAFailedOneOfItsKey() {
        CompletableFuture<String> failed = executor.execute(List.of("a"), () -> {
            throw new IllegalStateException("no");
        });
        assertThat(executor.execute(List.of("a"), () -> "done").join()).isEqualTo("done");
        assertThatThrownBy(failed::join).hasCauseInstanceOf(IllegalStateException.class);
    }

    /** Several plans share one executor: two steps of one key never run at the same time, whoever passes them in. */
    @Test
    void neverRunsTwoTasksOfAKeyAtTheSameTimeForSeveralCallers() throws InterruptedException {
        AtomicBoolean busy = new AtomicBoolean();
        AtomicBoolean overlapped = new AtomicBoolean();
        List<Thread> callers = IntStream.range(0, 4)
                .mapToObj(caller -> Thread.ofVirtual()
                        .start(() -> IntStream.range(0, 500)
                                .mapToObj(i -> executor.execute(List.of("a"), () -> {
                                    if (!busy.compareAndSet(false, true)) {
                                        overlapped.set(true);
                                    }
                                    Thread.yield();
                                    busy.set(false);
                                    return i;
                                }))
                                .toList()
                                .forEach(CompletableFuture::join)))
                .toList();
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(overlapped).isFalse();
    }

    private static boolean meet(CountDownLatch all) {
        all.countDown();
        try {
            all.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
