package vn.soto.page.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.page.Part;
import vn.soto.page.Rendered;

final class CorrectedFactsTest {

    private static Map<String, List<String>> of(String command, String answer, Map<String, String> typed) {
        return CorrectedFacts.of(
                new Part("", new JsonMapper().createObjectNode().put("name", command)),
                Rendered.answer("/api/x", "/api/x", "{\"answer\":" + answer + "}"),
                Typed.of(typed));
    }

    @Test
    void aMembershipIsThatOfTheMemberWhomTheFormNames() {
        assertThat(of("correct-membership", """
                        {"members": [{"member": "m-1", "organisation": "TEACHER", "from": "2026-01-01"},
                                     {"member": "m-2", "organisation": "OTHER", "from": "2026-02-01", "until": "2026-03-01"}]}
                        """, Map.of("member", "m-2")))
                .containsOnly(
                        Map.entry("enteredFrom", List.of("2026-02-01")),
                        Map.entry("effectiveFrom", List.of("2026-02-01")),
                        Map.entry("organisation", List.of("OTHER")),
                        Map.entry("lastDay", List.of("2026-03-01")));
        assertThat(of("correct-membership", "{\"members\": []}", Map.of("member", "m-2")))
                .isEmpty();
    }

    @Test
    void aMoveIsTheLastOne() {
        assertThat(of(
                        "correct-relocation",
                        "{\"units\": [{\"unit\": \"u-1\"}, {\"unit\": \"u-2\", \"from\": \"2026-02-01\"}]}",
                        Map.of()))
                .containsEntry("enteredFrom", List.of("2026-02-01"));
    }

    @Test
    void ofSeveralItIsTheOneOfTheDayThatTheFormNames() {
        String answer = """
                {"members": [{"member": "m-1", "organisation": "TEACHER", "from": "2025-01-01", "until": "2025-06-30"},
                             {"member": "m-1", "organisation": "OTHER", "from": "2026-02-01", "suspensions": [
                                 {"from": "2026-03-01", "until": "2026-03-10"}, {"from": "2026-05-01"}]}]}""";
        assertThat(of("correct-membership", answer, Map.of("member", "m-1", "enteredFrom", "2025-01-01")))
                .containsEntry("lastDay", List.of("2025-06-30"));
        assertThat(of("correct-membership", answer, Map.of("member", "m-1")))
                .containsEntry("enteredFrom", List.of("2026-02-01"))
                .doesNotContainKey("lastDay");
        assertThat(of("correct-suspension", answer, Map.of("member", "m-1")))
                .containsEntry("enteredFrom", List.of("2026-05-01"));
    }

    @Test
    void aFactThatIsCalledAsItsFieldsNeedsNoPlace() {
        assertThat(of("correct-household", "{\"reference\": \"BB07-0001\"}", Map.of()))
                .isEmpty();
    }
}
