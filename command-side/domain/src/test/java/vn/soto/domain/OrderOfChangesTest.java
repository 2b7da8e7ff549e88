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

/** A refusal because of a later day names the commands by which that day is set right. */
final class OrderOfChangesTest {

    private static final Set<String> OF_A_HOUSEHOLD =
            Set.of("correct-assignment", "correct-relocation", "correct-departure", "correct-return");

    private static final Map<String, Map<String, Set<String>>> WAYS_OUT = Map.of(
            "household",
            Map.of(
                    "ASSIGNMENTS_ARE_IN_ORDER",
                    OF_A_HOUSEHOLD,
                    "HOUSEHOLD_CHANGES_ARE_IN_ORDER",
                    OF_A_HOUSEHOLD,
                    "HOUSEHOLD_HAS_NOT_LEFT",
                    Set.of("correct-departure"),
                    "CONSENTS_ARE_IN_ORDER",
                    Set.of("correct-consent")),
            "team",
            Map.of(
                    "MEMBERSHIPS_DO_NOT_OVERLAP",
                    Set.of("correct-membership"),
                    "MEMBERSHIP_HAS_NO_LAST_DAY_YET",
                    Set.of("correct-membership"),
                    "SUSPENSIONS_DO_NOT_OVERLAP",
                    Set.of("correct-suspension"),
                    "RESUMPTION_FOLLOWS_SUSPENSION",
                    Set.of("correct-suspension"),
                    "LEADER_IS_ACTIVE_MEMBER",
                    Set.of("correct-membership", "correct-suspension"),
                    "TEAM_IS_NOT_DISSOLVED",
                    Set.of("correct-dissolution"),
                    "APPOINTMENTS_ARE_IN_ORDER",
                    Set.of("correct-appointment"),
                    "CHANGES_ARE_IN_ORDER",
                    Set.of("correct-renaming", "correct-coverage", "correct-appointment")),
            "access",
            Map.of(
                    "LINK_BEGINS_AFTER_THE_LAST_ENDED",
                    Set.of("unlink-account"),
                    "ACCOUNT_BELONGS_TO_ONE_PERSON_AT_A_TIME",
                    Set.of("unlink-account")),
            "organisation",
            Map.of("SUPPORT_BEGINS_AFTER_THE_LAST_ENDED", Set.of("correct-support")),
            "business",
            Map.of("BUSINESS_CHANGES_ARE_IN_ORDER", Set.of("correct-business-relocation")),
            "unit",
            Map.of(
                    "UNIT_CHANGES_ARE_IN_ORDER",
                    Set.of("undo-unit-change"),
                    "UNIT_ENDS_AFTER_ITS_LATEST_CHANGE",
                    Set.of("undo-unit-change"),
                    "UNIT_HAS_NOT_ENDED",
                    Set.of("undo-unit-change"),
                    "UNIT_IS_COVERED_FROM_ITS_FIRST_DAY_ON",
                    Set.of("undo-unit-change")));

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
