package vn.soto.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("threads")
final class GroupedReadsTest {

    private final List<List<Integer>> passes = new ArrayList<>();
    private final List<Runnable> tasks = Collections.synchronizedList(new ArrayList<>());
    private int begun;
    private final GroupedReads<Integer, String> reads =
            new GroupedReads<>(tasks::add, (first, next) -> first / 1_000 == next / 1_000, this::pass);

    private List<String> pass(List<Integer> asked) {
        passes.add(asked);
        if (asked.contains(13)) {
            throw new IllegalStateException("row 13");
        }
        return asked.stream().map(number -> "row " + number).toList();
    }

    /** All are asked for before the first pass begins. */
    private List<CompletableFuture<String>> read(List<Integer> asked) {
        begun++;
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int number : asked) {
            CompletableFuture<String> answer = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try {
                    answer.complete(reads.read(number));
                } catch (ExecutionException e) {
                    answer.completeExceptionally(e.getCause());
                } catch (InterruptedException e) {
                    answer.completeExceptionally(e);
                }
            });
            answers.add(answer);
            while (reads.waiting() < answers.size() || tasks.size() < begun) {
                Thread.onSpinWait();
            }
        }
        return answers;
    }

    @Test
    void whatIsAskedForAtTheSameTimeIsReadByOnePass() {
        List<CompletableFuture<String>> answers = read(IntStream.range(0, GroupedReads.MOST)
                .boxed()
                .filter(number -> number != 13)
                .toList());
        assertThat(tasks).hasSize(1);
        tasks.getFirst().run();
        assertThat(passes).hasSize(1);
        assertThat(answers).extracting(CompletableFuture::join).contains("row 0", "row 63");

        CompletableFuture<String> later = read(List.of(7)).getFirst();
        tasks.getLast().run();
        assertThat(later.join()).isEqualTo("row 7");
        assertThat(passes).hasSize(2);
    }

    @Test
    void aPassHasWhatFitsItsFirstQuestionAndNoMoreThanItsMost() {
        List<Integer> asked = new ArrayList<>(List.of(1, 2, 1_001, 3));
        IntStream.range(4, 4 + GroupedReads.MOST).filter(number -> number != 13).forEach(asked::add);
        List<CompletableFuture<String>> answers = read(asked);
        tasks.getFirst().run();
        assertThat(answers).extracting(CompletableFuture::join).contains("row 1", "row 1001", "row 67");
        assertThat(passes).extracting(List::size).containsExactly(2, 1, GroupedReads.MOST);
    }

    @Test
    void aFailureMeetsThoseAloneWhomItConcerns() {
        List<CompletableFuture<String>> answers = read(List.of(12, 13, 14));
        tasks.getFirst().run();
        assertThat(answers.getFirst().join()).isEqualTo("row 12");
        assertThat(answers.getLast().join()).isEqualTo("row 14");
        assertThatThrownBy(answers.get(1)::join).hasRootCauseMessage("row 13");
    }

    @Test
    void aTaskEndsWhileMoreIsAskedForAndTheNextGoesOn() {
        List<CompletableFuture<String>> answers = read(IntStream.rangeClosed(0, GroupedReads.PASSES)
                .map(number -> 1_000 * number)
                .boxed()
                .toList());
        tasks.getFirst().run();
        assertThat(passes).hasSize(GroupedReads.PASSES);
        assertThat(tasks).hasSize(2);
        tasks.getLast().run();
        assertThat(answers).extracting(CompletableFuture::join).contains("row 0", "row 64000");
    }

    @Test
    void nobodyWaitsForAClosedExecutor() {
        GroupedReads<Integer, String> closed = new GroupedReads<>(
                task -> {
                    throw new RejectedExecutionException();
                },
                (first, next) -> true,
                this::pass);
        assertThatThrownBy(() -> closed.read(1)).hasRootCauseInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> closed.read(2)).hasRootCauseInstanceOf(RejectedExecutionException.class);
    }
}
