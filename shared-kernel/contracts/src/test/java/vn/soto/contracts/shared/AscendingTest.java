package vn.soto.contracts.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class AscendingTest {

    @Test
    void holdsEachElementOnceInOrderWhateverOrderTheyCameIn() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            List<Integer> given = random.ints(random.nextInt(6), 0, 5).boxed().toList();
            assertThat(Ascending.of(given)).isEqualTo(List.copyOf(new TreeSet<>(given)));
        }
    }

    @Test
    void isNotChangedWithTheListItWasMadeOf() {
        List<String> given = new ArrayList<>(List.of("a", "b"));
        List<String> ascending = Ascending.of(given);
        given.set(0, "z");

        assertThat(ascending).containsExactly("a", "b");
        assertThatThrownBy(() -> ascending.add("c")).isInstanceOf(UnsupportedOperationException.class);
    }
}
