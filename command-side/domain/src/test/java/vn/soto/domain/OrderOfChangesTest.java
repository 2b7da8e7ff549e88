package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused because of a later day names the commands by which that day is set right. */
final class OrderOfChangesTest {

    private static final Set<String> OF_A_HOUSEHOLD =
            Set.of("correct-assignment", "correct-relocation", "correct-departure", "correct-return");

    private static final Map<String, Map<String, Set<String>>> WAYS_OUT = Map.of(
            "household",
            Map.of(
                    "ASSIGNMENTS_ARE_IN_ORDER", OF_A_HOUSEHOLD,
                    "HOUSEHOLD_CHANGES_ARE_IN_ORDER", OF_A_HOUSEHOLD,
                    "CONSENTS_ARE_IN_ORDER", Set.of("correct-consent")),
            "team",
            Map.of(
                    "APPOINTMENTS_ARE_IN_ORDER",
                    Set.of("correct-appointment"),
                    "CHANGES_ARE_IN_ORDER",
                    Set.of("correct-renaming", "correct-coverage", "correct-appointment")),
            "business",
            Map.of("BUSINESS_CHANGES_ARE_IN_ORDER", Set.of("correct-business-relocation")),
            "unit",
            Map.of("UNIT_CHANGES_ARE_IN_ORDER", Set.of("undo-unit-change")));

    private static Properties texts(String feature, String language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(
                        DomainModel.class.getResourceAsStream("messages/" + feature + "_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void aRefusalNamesTheCorrectionThatFreesIt(String language) throws IOException {
        for (Map.Entry<String, Map<String, Set<String>>> feature : WAYS_OUT.entrySet()) {
            Properties texts = texts(feature.getKey(), language);
            feature.getValue()
                    .forEach((rule, commands) -> commands.forEach(command -> assertThat(texts.getProperty(rule))
                            .as(rule)
                            .contains("“" + texts.getProperty(command).replace('\'', '’') + "”")));
        }
    }
}
