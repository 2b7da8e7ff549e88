package vn.soto.query.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Ids in JSON are known by types, not by the names of fields. */
final class JsonIdsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void aMovedHouseholdNamesBothUnits() {
        String moved = """
                {"household":"h-17","from":"u-ap-3","unit":"u-ap-4","responsible":{"team":"t-1","member":"lan-1"}}
                """;
        assertThat(JsonIds.ofEvent("household.relocated.v1", moved))
                .isEqualTo(Map.of(
                        IdKind.HOUSEHOLD, Set.of("h-17"),
                        IdKind.UNIT, Set.of("u-ap-3", "u-ap-4"),
                        IdKind.TEAM, Set.of("t-1"),
                        IdKind.MEMBER, Set.of("lan-1")));
    }

    @Test
    void theOrganisationOfAMemberIsNoSupportingOrganisation() {
        String enrolled = "{\"team\":\"t-1\",\"member\":\"lan-1\",\"organisation\":\"WOMENS_UNION\"}";
        assertThat(JsonIds.ofEvent("team.member-enrolled.v1", enrolled)).doesNotContainKey(IdKind.ORGANISATION);
    }

    @Test
    void theTeamThatTakesUpAGoodModelIsATeam() {
        String taken = "{\"practice\":\"e-1\",\"team\":\"t-1\",\"follower\":\"t-2\"}";
        assertThat(JsonIds.ofEvent("practice.taken-up.v1", taken))
                .isEqualTo(Map.of(IdKind.PRACTICE, Set.of("e-1"), IdKind.TEAM, Set.of("t-1", "t-2")));
    }

    @Test
    void anEventThatNobodyKnowsNamesNothing() {
        assertThat(JsonIds.ofEvent("team.sung.v1", "{\"team\":\"t-1\"}")).isEmpty();
    }

    @Test
    void theFormOfACommandSaysWhichFieldsAreIds() {
        String command = "{\"household\":\"h-1\",\"witness\":\"lan-1\",\"into\":\"u-1\",\"helpers\":[\"mai-2\"]}";
        assertThat(JsonIds.ofCommand(JSON.readTree(command)))
                .isEqualTo(Map.of(
                        IdKind.HOUSEHOLD, Set.of("h-1"),
                        IdKind.MEMBER, Set.of("lan-1", "mai-2"),
                        IdKind.UNIT, Set.of("u-1")));
    }
}
