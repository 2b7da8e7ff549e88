package vn.soto.contracts.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ShownPlanTest {

    private static Set<String> bound(String content) {
        Set<String> asked = new TreeSet<>();
        ShownPlan.of("ab".repeat(32), List.of(new PlanStep(0, "some-command", content)), aggregate -> {
            asked.add(aggregate);
            return OptionalLong.empty();
        });
        return asked;
    }

    /** The name and the address that an approver is shown are events of another aggregate than the household's. */
    @Test
    void aStepBindsTheDataOfThePersonItNames() {
        assertThat(bound("{\"household\":\"h-1\",\"unit\":\"ap-2\"}"))
                .contains("h-1", "ap-2", "personal-data:household:h-1");
    }

    @Test
    void aStepBindsTheReportOfItsTeamAndQuarter() {
        assertThat(bound("{\"team\":\"t-1\",\"quarter\":\"2026-Q3\"}")).contains("t-1", "report:t-1:2026-Q3");
    }

    /** Quotes within a text are escaped, so no text makes a component. */
    @Test
    void aTextOfAStepNamesNobody() {
        assertThat(bound("{\"description\":\"\\\"household\\\":\\\"h-1\\\"\"}")).isEmpty();
        assertThat(bound("{\"description\":\"h-1\",\"reference\":\"h-1\"}")).isEmpty();
    }

    @Test
    void aLaterEventGivesAnotherHash() {
        List<PlanStep> step = List.of(new PlanStep(0, "some-command", "{\"household\":\"h-1\"}"));
        String before = ShownPlan.of("ab".repeat(32), step, aggregate -> OptionalLong.of(1));

        assertThat(ShownPlan.of(
                        "ab".repeat(32),
                        step,
                        aggregate -> OptionalLong.of(aggregate.equals("personal-data:household:h-1") ? 2 : 1)))
                .isNotEqualTo(before);
    }
}
