package vn.soto.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("threads")
final class KeyedExecutorTest {

    private static final int CALLERS = 4;
    private static final int TASKS = 500;

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

    /** Several plans share one executor; the list is not thread-safe, so concurrent tasks of the key would lose elements. */
    @Test
    void runsTheTasksOfAKeyOneByOneInTheOrderOfEachCaller() throws InterruptedException {
        List<Integer> order = new ArrayList<>();
        List<Thread> callers = IntStream.range(0, CALLERS)
                .mapToObj(caller -> Thread.ofVirtual()
                        .start(() -> IntStream.range(0, TASKS)
                                .mapToObj(i -> executor.execute(List.of("a"), () -> order.add(caller * TASKS + i)))
                                .toList()
                                .forEach(CompletableFuture::join)))
                .toList();
        for (Thread caller : callers) {
            caller.join();
        }
        for (int caller = 0; caller < CALLERS; caller++) {
            int number = caller;
            assertThat(order.stream().filter(each -> each / TASKS == number))
                    .isEqualTo(IntStream.range(number * TASKS, (number + 1) * TASKS)
                            .boxed()
                            .toList());
        }
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
