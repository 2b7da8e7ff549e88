package vn.soto.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!!",
                "",
                " ",
                ",",
                ";",
                ";q=1",
                "en;q=x",
                "en;q=2",
                "en;q=0",
                "en;q=",
                "vi",
                "fr",
                "*",
                "fr, en;q=0.9",
                "vi-VN,vi;q=0.9,en;q=0.8",
                "\u0000",
                "en\u0000",
                "english-language-of-today"
            })
    void isVietnamese(String header) {
        assertThat(Language.of(header)).isEqualTo(Language.VIETNAMESE);
    }

    @ParameterizedTest
    @CsvSource({
        "en",
        "EN",
        "en-GB",
        "en-US,vi;q=0.5",
        "'vi;q=0.5, en'",
        "'!!!, en;q=0.5'",
        "' en ; q = 0.7 '",
        "'en,vi'"
    })
    void isEnglish(String header) {
        assertThat(Language.of(header)).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void isVietnameseWithoutAWish() {
        assertThat(Language.of((String) null)).isEqualTo(Language.VIETNAMESE);
        assertThat(Language.of("en,".repeat(100_000))).isEqualTo(Locale.ENGLISH);
    }
}
