package vn.soto.allinone.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OneTimeCodesTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the rows of SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void areThoseOfTheStandard(long second, String code) {
        assertThat(OneTimeCodes.code(SECRET, second / 30, 8)).isEqualTo(code);
        assertThat(OneTimeCodes.step(SECRET, code.substring(2), Instant.ofEpochSecond(second), -1))
                .hasValue(second / 30);
    }

    /** RFC 4226, appendix D. */
    @ParameterizedTest
    @CsvSource({"0, 755224", "1, 287082", "2, 359152", "8, 399871", "9, 520489"})
    void areThoseOfTheCounter(long counter, String code) {
        assertThat(OneTimeCodes.code(SECRET, counter, 6)).isEqualTo(code);
    }

    @Test
    void aPhoneMayBeHalfAMinuteWrong() {
        String code = OneTimeCodes.code(SECRET, 100, 6);

        assertThat(OneTimeCodes.step(SECRET, code, Instant.ofEpochSecond(99 * 30), -1))
                .isPresent();
        assertThat(OneTimeCodes.step(SECRET, code, Instant.ofEpochSecond(101 * 30 + 29), -1))
                .isPresent();
        assertThat(OneTimeCodes.step(SECRET, code, Instant.ofEpochSecond(98 * 30 + 29), -1))
                .isEmpty();
        assertThat(OneTimeCodes.step(SECRET, code, Instant.ofEpochSecond(102 * 30), -1))
                .isEmpty();
    }

    @Test
    void aCodeIsTakenOnce() {
        String code = OneTimeCodes.code(SECRET, 100, 6);

        assertThat(OneTimeCodes.step(SECRET, code, Instant.ofEpochSecond(3_000), 99))
                .hasValue(100);
        assertThat(OneTimeCodes.step(SECRET, code, Instant.ofEpochSecond(3_000), 100))
                .isEmpty();
    }

    @Test
    void aSecretIsTypedInBase32() {
        assertThat(OneTimeCodes.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        // RFC 4648, section 10, without padding
        assertThat(OneTimeCodes.base32("foobar".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("MZXW6YTBOI");
        assertThat(OneTimeCodes.base32("f".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MY");
    }
}
