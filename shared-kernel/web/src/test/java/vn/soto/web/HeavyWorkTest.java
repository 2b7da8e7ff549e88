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
        hold(heavy, account, 0, until);
    }

    private void hold(HeavyWork heavy, String account, long size, CountDownLatch until) {
        CountDownLatch begun = new CountDownLatch(1);
        begin(heavy, account, size, () -> {
            begun.countDown();
            await(until);
        });
        await(begun);
    }

    private void begin(HeavyWork heavy, String account, long size, Runnable work) {
        held.add(CompletableFuture.supplyAsync(
                () -> {
                    try (HeavyWork.Announced announced = heavy.announce(account, size)) {
                        return announced.run(() -> {
                            work.run();
                            return account;
                        });
                    }
                },
                each -> Thread.ofPlatform().daemon().start(each)));
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
            begin(heavy, "lan", 0, () -> {});
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
        waiting(heavy, account, number, 0, done);
    }

    private void waiting(HeavyWork heavy, String account, int number, long size, List<String> done) {
        int before = heavy.waiting();
        for (int each = 0; each < number; each++) {
            begin(heavy, account, size, () -> done.add(account));
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
    void smallFilesDoNotWaitForLargeOnes() {
        long large = HeavyWork.SMALL + 1;
        HeavyWork heavy = new HeavyWork(Duration.ofMinutes(5), now::get, Long.MAX_VALUE);
        CountDownLatch firstLarge = new CountDownLatch(1);
        hold(heavy, "lan", large, firstLarge);
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        waiting(heavy, "mai", 2, large, done);
        waiting(heavy, "cuc", 1, large, done);

        assertThat(heavy.run("hoa", () -> "a person's file")).isEqualTo("a person's file");
        try (HeavyWork.Announced small = heavy.announce("mai", HeavyWork.SMALL)) {
            assertThat(small.run(() -> "small"))
                    .as("of one whose large files wait")
                    .isEqualTo("small");
        }
        assertThat(heavy.waiting()).isEqualTo(3);

        firstLarge.countDown();
        held.forEach(CompletableFuture::join);
        assertThat(done).as("large ones by turns").containsExactly("cuc", "mai", "mai");
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
