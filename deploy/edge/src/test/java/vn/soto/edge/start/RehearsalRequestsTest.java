package vn.soto.edge.start;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each role is shown its home again and again, once the read models have what was recorded, and what lies behind it once. */
final class RehearsalRequestsTest {

    private static final String LINKS =
            "<a href=\"/api/me\"><a href=\"/units/u\"><a href=\"/units/u?a=b&amp;c=d\"><a href=\"/units/u\">";

    private final RehearsalRequests rehearsal = new RehearsalRequests();
    private final List<String> commands = new ArrayList<>();
    private final Map<String, List<String>> pages =
            WarmUpRequests.ROLES.stream().collect(Collectors.toMap(role -> role, role -> new ArrayList<>()));

    private void runs(int refused) {
        while (rehearsal.hasNext()) {
            WarmUpRequests.WarmUpRequest request = rehearsal.next();
            String[] line = request.text().split(" ", 3);
            if (line[0].equals("POST")) {
                commands.add(line[1]);
                boolean accepted = commands.size() > refused;
                rehearsal.answered(new WarmUpAnswers.WarmUpAnswer(
                        accepted ? 201 : 422, "{\"commit\":" + (100 + commands.size()) + "}", true));
            } else {
                assertThat(request.roles()).hasSize(1);
                requireNonNull(pages.get(request.roles().getFirst())).add(line[1]);
                rehearsal.answered(new WarmUpAnswers.WarmUpAnswer(200, LINKS, true));
            }
        }
    }

    @Test
    void showsEachRoleItsHomeAndThePagesBehindIt() {
        runs(0);

        assertThat(commands).startsWith("/api/units").contains("/api/teams", "/api/households", "/api/assistances");
        assertThat(pages.values()).allSatisfy(shown -> {
            assertThat(shown).first().isEqualTo("/?atLeast=" + (100 + commands.size()));
            assertThat(shown).filteredOn(shown.getFirst()::equals).hasSize(61);
            assertThat(shown).filteredOn("/units/u"::equals).hasSize(1);
            assertThat(shown).contains("/units/u?a=b&c=d").doesNotContain("/api/me");
        });
        assertThat(rehearsal.said())
                .contains("%1$d/%1$d".formatted(commands.size()), "[OFFICER, LEADER, MEMBER, ADMINISTRATOR, AUDITOR]");
    }

    @Test
    void tellsOfRefusedCommands() {
        runs(2);

        assertThat(rehearsal.said()).contains("%d/%d".formatted(commands.size() - 2, commands.size()));
    }
}
