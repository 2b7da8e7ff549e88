package vn.soto.plans.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FindingTextsTest {

    private static ResourceBundle texts(String language) {
        return ResourceBundle.getBundle("vn.soto.plans.imports.findings", Locale.of(language));
    }

    @Test
    void areTheSameInBothLanguages() {
        assertThat(texts("vi").keySet()).isEqualTo(texts("en").keySet()).contains("unknown-unit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void areWholeSentences(String language) {
        ResourceBundle texts = texts(language);

        assertThat(texts.keySet())
                .extracting(texts::getString)
                .allSatisfy(text -> assertThat(text)
                        .matches("(?s).*[.?]")
                        .doesNotContain("'")
                        .isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC)));
    }
}
