package vn.soto.open.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Open addresses, and others. */
final class OpenAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/open",
                "/open/en",
                "/open/honours",
                "/open/en/models",
                "/open/dictionary",
                "/open/dictionary.csv",
                "/open/en/dictionary.json",
                "/open/2026-Q3/hcm-013",
                "/open/2026-Q3/hcm-013.csv",
                "/open/en/2026-Q3/hcm-013.json"
            })
    void isReadAndWrittenAlike(String path) {
        OpenAddress address = OpenAddress.parse(path).orElseThrow();
        assertThat(address.path()).isEqualTo(path);
        assertThat(address.in(OpenAddress.other(address.language())).in(address.language()))
                .isEqualTo(address);
    }

    /** No name is in a file, no month, year or moment has a page. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/opening",
                "/open/",
                "/open/honours.csv",
                "/open/honours.json",
                "/open/models.json",
                "/open/home",
                "/open/quarter",
                "/open/2026/hcm-013",
                "/open/2026-10/hcm-013",
                "/open/2026-Q5/hcm-013",
                "/open/2026-Q3",
                "/open/2026-Q3/",
                "/open/2026-Q3/hcm-013/as-now",
                "/open/2026-Q3/hcm-013.xlsx/",
                "/open/en/en"
            })
    void isNone(String path) {
        assertThat(OpenAddress.parse(path)).isEmpty();
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(OpenTexts.keys(Locale.of("vi"))).isEqualTo(OpenTexts.keys(Locale.ENGLISH));
    }
}
