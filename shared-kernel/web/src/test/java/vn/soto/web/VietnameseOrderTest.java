package vn.soto.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class VietnameseOrderTest {

    private static void assertOrder(String... names) {
        List<String> expected = List.of(names);
        for (int seed = 0; seed < 5; seed++) {
            List<String> shuffled = new ArrayList<>(expected);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(VietnameseOrder.sorted(shuffled, name -> name, name -> name))
                    .containsExactlyElementsOf(expected);
        }
    }

    @Test
    void neighbourhood2ComesBeforeNeighbourhood10() {
        assertOrder("Khu phố 1", "Khu phố 2", "Khu phố 2A", "Khu phố 3", "Khu phố 10", "Khu phố 10A", "Khu phố 100");
        assertOrder("Ấp 02", "Ấp 3", "Ấp 010");
    }

    @Test
    void lettersFollowTheVietnameseAlphabet() {
        assertOrder("An", "Ân", "Ba", "Da", "Dương", "Đa", "Đông", "E", "Ê", "Na", "O", "Ô", "Ơ", "U", "Ư", "Vân");
        assertOrder("Tổ An", "Tổ Ăn", "Tổ Ấn");
    }

    @Test
    void toneMarksDecideLast() {
        assertOrder("ba", "bà", "bả", "bã", "bá", "bạ", "bác");
    }

    @Test
    void aShorterWordComesBeforeALongerOneThatBeginsWithIt() {
        assertOrder("An Bình", "An Thới Đông", "Anh Dũng");
    }

    @Test
    void capitalsDoNotSeparateNames() {
        assertOrder("khu phố 1", "Khu phố 2", "khu phố 3");
    }

    @Test
    void namesComposedOrNotAreTheSame() {
        assertThat(VietnameseOrder.sorted(List.of("E\u0302m", "Êa", "Ế"), name -> name, name -> name))
                .containsExactly("Ế", "Êa", "E\u0302m");
    }

    @Test
    void ofEqualNamesTheIdDecides() {
        record Unit(String name, String id) {}

        assertThat(VietnameseOrder.sorted(List.of(new Unit("Ấp 1", "b"), new Unit("Ấp 1", "a")), Unit::name, Unit::id))
                .extracting(Unit::id)
                .containsExactly("a", "b");
    }
}
