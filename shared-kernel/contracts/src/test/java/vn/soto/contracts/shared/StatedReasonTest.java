package vn.soto.contracts.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.shared.StatedReason.Coded;
import vn.soto.contracts.shared.StatedReason.Uncoded;

final class StatedReasonTest {

    @ParameterizedTest
    @EnumSource(ReasonCode.class)
    void isReadAsItIsWritten(ReasonCode code) {
        Coded alone = new Coded(code, null);
        Coded withText = new Coded(code, new Sealed("AgICAgICAgICAgICAgICAgICAg"));

        assertThat(StatedReason.parse(alone.header())).isEqualTo(alone);
        assertThat(StatedReason.parse(withText.header())).isEqualTo(withText);
        assertThat(alone.header()).isEqualTo(code.name());
        assertThat(code.vietnamese()).isNotBlank();
        assertThat(code.english()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Nhập nhầm ngày",
                "ghi nhầm",
                "NHAP NHAM",
                "DUPLICATE of another",
                "NO_SUCH_CODE",
                "WRONG_ENTRY AgICAgICAgICAgICAgICAgICAg and more"
            })
    void keepsTheWordsOfOlderCommits(String words) {
        assertThat(StatedReason.parse(words)).isEqualTo(new Uncoded(words));
    }

    @Test
    void thereAreNoTwoLabelsAlike() {
        assertThat(ReasonCode.values()).extracting(ReasonCode::vietnamese).doesNotHaveDuplicates();
        assertThat(ReasonCode.values()).extracting(ReasonCode::english).doesNotHaveDuplicates();
    }
}
