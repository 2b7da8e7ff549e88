package vn.soto.contracts.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextTest {

    /** "Tổ" in decomposed form, as some keyboards send it. */
    private static final String DECOMPOSED = "To\u0302\u0309";

    @Test
    void normalisesWhatPeopleType() {
        assertThat(Text.normalised("  " + DECOMPOSED + " \t công\nnghệ ")).isEqualTo("Tổ công nghệ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TB-001",
                " TB\u2010001",
                "TB\u2011001",
                "TB\u2013001",
                "TB\u2014001",
                "TB\u2212001",
                "TB\uff0d001"
            })
    void aCodeHasThePlainHyphen(String written) {
        assertThat(Text.code(written)).isEqualTo("TB-001");
    }

    @Test
    void acceptsNormalisedTextUpToItsLength() {
        assertThatCode(() -> Text.require("Tổ", 2)).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> Text.require("Tổ 3", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " a", "a ", "a  b", "a\tb", "a\u0000b", "a\u0085b", DECOMPOSED})
    void refusesOtherText(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Text.require(text, 100));
    }

    @Test
    void anInstrumentNeedsItsNumber() {
        assertThatCode(() -> new Instrument("19/2025/QĐ-TTg", LocalDate.EPOCH)).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> new Instrument("", LocalDate.EPOCH));
        assertThatIllegalArgumentException().isThrownBy(() -> new Instrument("x".repeat(61), LocalDate.EPOCH));
    }
}
