package vn.soto.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MemoryShareTest {

    private static long all(long heap) {
        return Stream.of(MemoryShare.values())
                .mapToLong(share -> share.bytes(heap))
                .sum();
    }

    @Test
    void aSmallHeapKeepsAnEighth() {
        assertThat(all(512_000_000)).isBetween(63_999_000L, 64_000_000L);
        assertThat(MemoryShare.READ_MODELS.bytes(512_000_000)).isEqualTo(23_272_727);
    }

    @Test
    void aLargeOneKeepsNoMoreThanIsOfUse() {
        assertThat(all(8_000_000_000L)).isEqualTo(176_000_000).isEqualTo(all(1_408_000_000));
    }

    @Test
    void eachHasItsShare() {
        assertThat(MemoryShare.values())
                .allSatisfy(share -> assertThat(share.bytes()).isPositive());
    }
}
