package vn.soto.domain.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.soto.contracts.unit.UnitKind;

final class FullNameTest {

    @ParameterizedTest
    @CsvSource({
        "Hòa Phú, Hoà Phú",
        "Thủy Nguyên, Thuỷ Nguyên",
        "Lộc Hòe, Lộc Hoè",
        "An Qúy, An Quý",
        "Tân  An, tân an",
        "ĐỒNG TÂM, Đồng Tâm",
        "Phường Tân An, Tân An"
    })
    void isTheSameForSpellingsOfOneName(String one, String other) {
        assertThat(FullName.of(UnitKind.WARD, one)).isEqualTo(FullName.of(UnitKind.WARD, other));
    }

    @Test
    void isTheSameForComposedAndDecomposedLetters() {
        String decomposed = Normalizer.normalize("Thủ Dầu Một", Normalizer.Form.NFD);

        assertThat(FullName.of(UnitKind.WARD, decomposed)).isEqualTo(FullName.of(UnitKind.WARD, "Thủ Dầu Một"));
    }

    @ParameterizedTest
    @CsvSource({
        "Tân An, Tấn An",
        "Bình Hòa, Bình Hoa",
        "Khu phố 1, Khu phố 11",
        "Mỹ Phước, My Phước",
        "Đông Hòa, Dông Hòa"
    })
    void differsForOtherNames(String one, String other) {
        assertThat(FullName.of(UnitKind.WARD, one)).isNotEqualTo(FullName.of(UnitKind.WARD, other));
    }

    @Test
    void readsAsPeopleWriteIt() {
        assertThat(FullName.of(UnitKind.WARD, "Thủ Dầu Một")).isEqualTo("phường thủ dầu một");
        assertThat(FullName.of(UnitKind.HAMLET, "Chùa Của Hoàng Quyên")).isEqualTo("ấp chùa của hoàng quyên");
    }

    @Test
    void differsByKind() {
        assertThat(FullName.of(UnitKind.CITY, "Cao Lãnh")).isNotEqualTo(FullName.of(UnitKind.DISTRICT, "Cao Lãnh"));
    }

    @ParameterizedTest
    @EnumSource(UnitKind.class)
    void beginsWithTheWordOfTheKind(UnitKind kind) {
        String name = FullName.of(kind, "Tân An");

        assertThat(name).endsWith(" tân an").hasSizeGreaterThan(" tân an".length());
        assertThat(FullName.of(kind, name)).isEqualTo(name);
    }
}
