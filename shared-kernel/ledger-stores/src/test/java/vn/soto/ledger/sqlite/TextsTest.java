package vn.soto.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class TextsTest {

    private static final List<String> AWKWARD = List.of("", "Tổ công nghệ số", "nul \u0000 inside", "🇻🇳", "");

    @Test
    void readsBackWhatItWrote() {
        assertThat(Texts.decode(Texts.encode(AWKWARD))).isEqualTo(AWKWARD);
    }

    @Test
    void readsBackMaps() {
        var map = new TreeMap<String, String>();
        map.put("khóa", "");
        map.put("", "giá trị");
        assertThat(Texts.decodeMap(Texts.encode(map))).isEqualTo(map);
    }

    @Test
    void writesNothingAsNull() {
        assertThat(Texts.encode(List.of())).isNull();
        assertThat(Texts.encode(new TreeMap<>())).isNull();
        assertThat(Texts.decode(null)).isEmpty();
        assertThat(Texts.decodeMap(null)).isEmpty();
    }

    @Test
    void writesLengthsInBytesBigEndian() {
        assertThat(Texts.encode(List.of("ổ", "a")))
                .inHexadecimal()
                .containsExactly(0, 0, 0, 3, 0xE1, 0xBB, 0x95, 0, 0, 0, 1, 'a');
    }

    @Test
    void refusesAColumnThatEndsTooEarly() {
        byte[] column = Objects.requireNonNull(Texts.encode(AWKWARD));
        byte[] cut = Arrays.copyOf(column, column.length - 5);
        assertThatThrownBy(() -> Texts.decode(cut)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] column = {0, 0, 0, 1, (byte) 0xFF};
        assertThatThrownBy(() -> Texts.decode(column)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Texts.decode(Texts.encode(List.of("\uFFFD")))).containsExactly("\uFFFD");
    }

    @Test
    void refusesTagsAndKeysInAnotherOrderOrTwice() {
        for (List<String> texts : List.of(List.of("b", "a"), List.of("a", "a"))) {
            byte[] column = Texts.encode(texts);
            assertThatThrownBy(() -> Texts.decodeTags(column)).isInstanceOf(IllegalArgumentException.class);
        }
        for (List<String> texts : List.of(List.of("b", "", "a", ""), List.of("a", "", "a", ""), List.of("a"))) {
            byte[] column = Texts.encode(texts);
            assertThatThrownBy(() -> Texts.decodeMap(column)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
