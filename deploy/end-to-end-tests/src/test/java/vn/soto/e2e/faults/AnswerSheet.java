package vn.soto.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import vn.soto.harness.AllInOne;

/**
 * The answers of a product to many questions about a commune, byte for byte, without the part that tells how fresh they
 * are.
 */
record AnswerSheet(Map<String, String> answers) {

    private static final List<String> QUARTERS = List.of("2024-Q4", "2025-Q1");
    private static final List<String> OF_A_UNIT = List.of("", "/undecided", "/coverage", "/households", "/requests");

    /** Units that list no households. */
    private static final List<String> ABOVE_COMMUNES = List.of("p-1", "d-1");

    private static final List<String> OF_A_TEAM =
            List.of("", "/timeline", "/reports/2024-Q4", "/trainings", "/outreach", "/requests");
    private static final List<String> OF_A_MEMBER =
            List.of("/memberships", "/activity?quarter=2024-Q4", "/follow-ups?quarter=2024-Q4", "/households");

    /** @param commit also asked for as it was then */
    static AnswerSheet of(AllInOne product, SampleCommune commune, List<UUID> households, long commit) {
        Map<String, String> answers = new LinkedHashMap<>();
        addresses(commune, households, commit).forEach(address -> addPages(answers, product, address));
        return new AnswerSheet(answers);
    }

    private static Stream<String> addresses(SampleCommune commune, List<UUID> households, long commit) {
        List<String> all = new ArrayList<>(List.of("/api/units", "/api/catalogue", "/api/plans"));
        commune.units().forEach(unit -> {
            OF_A_UNIT.stream()
                    .filter(about -> !about.equals("/households") || !ABOVE_COMMUNES.contains(unit))
                    .forEach(about -> all.add("/api/units/" + unit + about));
            QUARTERS.forEach(quarter -> all.add("/api/dashboards/" + unit + "?quarter=" + quarter));
            all.add("/api/dashboards/" + unit + "?quarter=2024-Q4&boundaries=as-now");
            all.add("/api/dashboards/" + unit + "?quarter=2024-Q4&asOf=" + commit);
            all.add("/api/teams?unit=" + unit);
        });
        for (int team = 0; team < commune.teams(); team++) {
            UUID id = commune.team(team);
            OF_A_TEAM.forEach(about -> all.add("/api/teams/" + id + about));
        }
        commune.members().forEach(member -> OF_A_MEMBER.forEach(about -> all.add("/api/members/" + member + about)));
        households.forEach(household -> all.add("/api/households/" + household));
        return all.stream();
    }

    private static void addPages(Map<String, String> answers, AllInOne product, String address) {
        String next = "";
        while (answers.put(address + next, "") == null) {
            JsonNode answer = product.json("officer", address + next).get("answer");
            answers.put(address + next, answer.toString());
            JsonNode from = answer.path("next");
            if (from.isMissingNode() || from.isNull()) {
                return;
            }
            next = (address.contains("?") ? "&" : "?") + "from=" + from.asString();
        }
        throw new AssertionError("the pages of " + address + " repeat");
    }

    int size() {
        return answers.size();
    }

    void assertEquals(AnswerSheet others) {
        assertThat(answers.keySet()).isEqualTo(others.answers.keySet());
        answers.forEach((address, answer) ->
                assertThat(answer).as(address).isEqualTo(others.answers.getOrDefault(address, "")));
    }
}
