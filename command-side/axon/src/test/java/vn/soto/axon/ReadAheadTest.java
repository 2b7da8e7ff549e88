package vn.soto.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ReadAheadTest {

    private final List<Long> fetched = new ArrayList<>();
    private final List<Long> prepared = new ArrayList<>();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final ReadAhead<Long> ahead = new ReadAhead<>(this::fetch, prepared::add, later::add);
    private long end = 100;
    private boolean failing;

    private List<Long> fetch(long first, int limit) {
        fetched.add(first);
        if (failing) {
            throw new IllegalStateException("nobody can read");
        }
        return LongStream.range(first, Math.min(end, first + limit)).boxed().toList();
    }

    private void carryOut() {
        while (!later.isEmpty()) {
            later.poll().run();
        }
    }

    @Test
    void fetchesTheNextPagesMeanwhile() {
        assertThat(ahead.page(0, 10)).hasSize(10).startsWith(0L);
        carryOut();
        assertThat(fetched).containsExactly(0L, 10L, 20L);
        assertThat(prepared).hasSize(20).startsWith(10L);

        assertThat(ahead.page(10, 10)).hasSize(10).startsWith(10L);
        assertThat(fetched).hasSize(3);
    }

    @Test
    void takesNoPageThatWasNotFull() {
        end = 15;
        ahead.page(0, 10);
        carryOut();
        end = 18;

        assertThat(ahead.page(10, 10)).hasSize(8);
        assertThat(ahead.page(18, 10)).isEmpty();
    }

    @Test
    void failsForWhoeverWantsThePage() {
        ahead.page(0, 10);
        failing = true;
        carryOut();

        assertThatIllegalStateException().isThrownBy(() -> ahead.page(10, 10));
        failing = false;
        assertThat(ahead.page(10, 10)).hasSize(10);
    }

    @Test
    void forgetsPagesNobodyCameFor() {
        for (int reader = 0; reader < 20; reader++) {
            ahead.page(reader, 10);
        }
        assertThat(later).hasSize(40);
        carryOut();
        fetched.clear();
        ahead.page(10, 10);
        assertThat(fetched).containsExactly(10L);
    }
}
