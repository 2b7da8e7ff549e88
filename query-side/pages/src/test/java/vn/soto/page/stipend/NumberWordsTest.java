package vn.soto.page.stipend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumberWordsTest {

    @ParameterizedTest
    @CsvSource({
        "0, không",
        "4, bốn",
        "10, mười",
        "15, mười lăm",
        "21, hai mươi mốt",
        "24, hai mươi tư",
        "105, một trăm linh năm",
        "60000, sáu mươi nghìn",
        "1250000, một triệu hai trăm năm mươi nghìn",
        "1050005, một triệu không trăm năm mươi nghìn không trăm linh năm",
        "2000001, hai triệu không trăm linh một",
        "3000000000, ba tỷ",
        "1200000000000, một nghìn hai trăm tỷ",
        "999999999, chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín"
    })
    void aNumberIsSaidAsPeopleSayIt(long number, String words) {
        assertThat(NumberWords.of(number)).isEqualTo(words);
    }
}
