package vn.soto.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextFoldingTest {

    @Test
    void textIsComparedAsVietnameseIsRead() {
        assertThat(TextFolding.exact("Hoà  Phú")).isEqualTo(TextFolding.exact("hòa phú"));
        assertThat(TextFolding.exact("Hoa Phú")).isNotEqualTo(TextFolding.exact("hòa phú"));
        assertThat(TextFolding.exact("Khu phố/ấp")).isEqualTo(TextFolding.exact("khu phố ấp"));
        assertThat(TextFolding.plain("Đồng Tâm")).isEqualTo("dong tam");
        assertThat(TextFolding.distance("dong tam", "dong tan")).isEqualTo(1);
    }

    /** Ids in the ledger derive from these. */
    @Test
    void whatIsStoredStaysAsItIs() {
        assertThat(TextFolding.spelling("Hòa  Phú, Thủy")).isEqualTo("hoà phú, thuỷ");
        assertThat(TextFolding.exact("Hòa Phú")).isEqualTo("hoa\u0300 phu\u0301");
    }
}
