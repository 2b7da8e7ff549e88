package vn.soto.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two places for heavy work, one of an account, and the order in which the others wait. */
@Tag("threads")
final class HeavyWorkTest {

    private final AtomicLong now = new AtomicLong();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<CompletableFuture<String>> held = new ArrayList<>();

    @AfterEach
    void end() {
        end.countDown();
        held.forEach(CompletableFuture::join);
    }

    private void hold(HeavyWork heavy, String account) {
        CountDownLatch begun = new CountDownLatch(1);
        held.add(CompletableFuture.supplyAsync(
                () -> heavy.run(account, () -> {
                    begun.countDown();
                    await(end);
                    return account;
                }),
                work -> Thread.ofPlatform().daemon().start(work)));
        await(begun);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Problem told(HeavyWork heavy, String account) {
        return catchThrowableOfType(ProblemException.class, () -> heavy.run(account, () -> account))
                .problem();
    }

    @Test
    void whoFindsNoPlaceIsToldTheOwnAndKeepsIt() {
        HeavyWork heavy = new HeavyWork(Duration.ZERO, now::get);
        hold(heavy, "lan");
        hold(heavy, "mai");

        assertThat(told(heavy, "hoa").properties()).containsEntry("place", 1);
        assertThat(told(heavy, "cuc").properties()).containsEntry("place", 2);
        assertThat(told(heavy, "hoa").properties()).containsEntry("place", 1);
        now.addAndGet(HeavyWork.KEPT.plusSeconds(1).toNanos());
        assertThat(told(heavy, "cuc").properties())
                .as("nobody has come back before")
                .containsEntry("place", 1);
        assertThat(told(heavy, "hoa").status()).isEqualTo(503);
    }

    @Test
    void anAccountTakesOneOfThePlaces() {
        HeavyWork heavy = new HeavyWork(Duration.ofMinutes(1), now::get);
        hold(heavy, "lan");
        for (int second = 2; second <= HeavyWork.OF_AN_ACCOUNT; second++) {
            held.add(CompletableFuture.supplyAsync(
                    () -> heavy.run("lan", () -> "again"),
                    work -> Thread.ofPlatform().daemon().start(work)));
        }
        while (heavy.waiting() < HeavyWork.OF_AN_ACCOUNT - 1) {
            Thread.onSpinWait();
        }

        assertThat(heavy.run("mai", () -> "mai")).isEqualTo("mai");
        assertThat(told(heavy, "lan").status()).isEqualTo(429);
        assertThat(heavy.waiting()).isEqualTo(HeavyWork.OF_AN_ACCOUNT - 1);
    }

    @Test
    void aPlaceIsFreeAgainHoweverTheWorkEnds() {
        HeavyWork heavy = new HeavyWork(Duration.ZERO, now::get);
        for (int i = 0; i < 2 * HeavyWork.PLACES; i++) {
            assertThatThrownBy(() -> heavy.run("lan", () -> {
                        throw new IllegalStateException("broken on purpose");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(heavy.run("lan", () -> "done")).isEqualTo("done");
    }
}
