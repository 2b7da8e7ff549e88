package vn.soto.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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
        hold(heavy, account, end);
    }

    private void hold(HeavyWork heavy, String account, CountDownLatch until) {
        CountDownLatch begun = new CountDownLatch(1);
        held.add(CompletableFuture.supplyAsync(
                () -> heavy.run(account, () -> {
                    begun.countDown();
                    await(until);
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
        HeavyWork heavy = new HeavyWork(Duration.ZERO, now::get, Long.MAX_VALUE);
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
        HeavyWork heavy = new HeavyWork(Duration.ofMinutes(1), now::get, Long.MAX_VALUE);
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
        HeavyWork heavy = new HeavyWork(Duration.ZERO, now::get, Long.MAX_VALUE);
        for (int i = 0; i < 2 * HeavyWork.PLACES; i++) {
            assertThatThrownBy(() -> heavy.run("lan", () -> {
                        throw new IllegalStateException("broken on purpose");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(heavy.run("lan", () -> "done")).isEqualTo("done");
        assertThat(heavy.run("lan", () -> heavy.run("lan", () -> "within")))
                .as("part of work that has a place")
                .isEqualTo("within");
    }

    private void waiting(HeavyWork heavy, String account, int number, List<String> done) {
        int before = heavy.waiting();
        for (int each = 0; each < number; each++) {
            held.add(CompletableFuture.supplyAsync(
                    () -> heavy.run(account, () -> {
                        done.add(account);
                        return account;
                    }),
                    work -> Thread.ofPlatform().daemon().start(work)));
        }
        while (heavy.waiting() < before + number) {
            Thread.onSpinWait();
        }
    }

    @Test
    void anAccountOfWhichMuchWaitsIsOneOfThoseThatWait() {
        HeavyWork heavy = new HeavyWork(Duration.ofMinutes(5), now::get, Long.MAX_VALUE);
        CountDownLatch oneIsFree = new CountDownLatch(1);
        hold(heavy, "lan");
        hold(heavy, "mai", oneIsFree);
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        for (int crowd = 1; crowd <= 7; crowd++) {
            waiting(heavy, "crowd-" + crowd, HeavyWork.OF_AN_ACCOUNT, done);
        }
        waiting(heavy, "hoa", 1, done);

        oneIsFree.countDown();
        held.stream().skip(1).forEach(CompletableFuture::join);
        assertThat(done).hasSize(22);
        assertThat(done.indexOf("hoa"))
                .as("behind one of each that came before")
                .isEqualTo(7);
    }

    @Test
    void whoFindsTooManyBeforeIsToldThePlaceAndIsNextOnceTheyAreThrough() {
        HeavyWork heavy = new HeavyWork(Duration.ofMinutes(5), now::get, Long.MAX_VALUE);
        hold(heavy, "lan");
        hold(heavy, "mai");
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        for (int crowd = 1; crowd <= HeavyWork.WAITING; crowd++) {
            waiting(heavy, "crowd-" + crowd, 1, done);
        }
        assertThat(told(heavy, "hoa").properties()).containsEntry("place", HeavyWork.WAITING + 1);
        assertThat(told(heavy, "cuc").properties()).containsEntry("place", HeavyWork.WAITING + 2);
        assertThat(told(heavy, "hoa").properties()).containsEntry("place", HeavyWork.WAITING + 1);

        end.countDown();
        held.forEach(CompletableFuture::join);
        assertThat(heavy.run("hoa", () -> "hoa")).isEqualTo("hoa");
    }

    @Test
    void whatIsAnnouncedIsUnderWayBeforeItRuns() {
        HeavyWork heavy = new HeavyWork(Duration.ZERO, now::get, 100);
        try (HeavyWork.Announced _ = heavy.announce("lan", 40);
                HeavyWork.Announced second = heavy.announce("lan", 40)) {
            assertThatThrownBy(() -> heavy.announce("lan", 40))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused ->
                                    assertThat(refused.problem().properties()).containsEntry("place", 1));
            try (HeavyWork.Announced _ = heavy.announce("lan", 20)) {
                assertThatThrownBy(() -> heavy.announce("lan", 0))
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                refused ->
                                        assertThat(refused.problem().status()).isEqualTo(429));
            }
            assertThat(second.run(() -> "done")).isEqualTo("done");
        }
        try (HeavyWork.Announced whole = heavy.announce("mai", 100)) {
            assertThat(whole.run(() -> "done"))
                    .as("nothing is left of what is closed")
                    .isEqualTo("done");
        }
    }
}
