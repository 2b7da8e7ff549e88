package vn.soto.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class KeyedTasksTest {

    @AutoClose
    private final KeyedTasks tasks = new KeyedTasks(8);

    @Test
    void keepsTheOrderOfAKey() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            int task = i;
            tasks.run("a", () -> order.add(task));
        }
        tasks.settle();
        assertThat(order).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
    }

    @Test
    void runsTasksOfTwoKeysConcurrently() {
        CountDownLatch both = new CountDownLatch(2);
        for (String key : List.of("a", "b")) {
            tasks.run(key, () -> meet(both));
        }
        tasks.settle();
        assertThat(both.getCount()).isZero();
    }

    @Test
    void waitsForAllWhenSettling() {
        AtomicInteger finished = new AtomicInteger();
        for (int i = 0; i < 100; i++) {
            tasks.run("key " + i % 10, finished::incrementAndGet);
        }
        tasks.settle();
        assertThat(finished).hasValue(100);
    }

    @Test
    void throwsTheFirstFailureAndStartsNoFurtherTask() {
        AtomicInteger after = new AtomicInteger();
        tasks.run("a", () -> {
            throw new IllegalStateException("no");
        });
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        tasks.run("a", after::incrementAndGet);
                    }
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
        assertThat(after).hasValue(0);
    }

    private static void meet(CountDownLatch all) {
        all.countDown();
        try {
            all.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
