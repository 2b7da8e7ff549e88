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
    private final KeyedTasks lanes = new KeyedTasks(8);

    @Test
    void keepsTheOrderOfALane() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            int task = i;
            lanes.run("a", () -> order.add(task));
        }
        lanes.settle();
        assertThat(order).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
    }

    @Test
    void runsLanesBesideEachOther() {
        CountDownLatch both = new CountDownLatch(2);
        for (String lane : List.of("a", "b")) {
            lanes.run(lane, () -> meet(both));
        }
        lanes.settle();
        assertThat(both.getCount()).isZero();
    }

    @Test
    void waitsForAllWhenSettling() {
        AtomicInteger finished = new AtomicInteger();
        for (int i = 0; i < 100; i++) {
            lanes.run("lane " + i % 10, finished::incrementAndGet);
        }
        lanes.settle();
        assertThat(finished).hasValue(100);
    }

    @Test
    void handsOverTheFirstFailureAndLeavesItsLane() {
        AtomicInteger after = new AtomicInteger();
        lanes.run("a", () -> {
            throw new IllegalStateException("no");
        });
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        lanes.run("a", after::incrementAndGet);
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
