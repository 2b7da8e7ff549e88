package vn.soto.command.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.soto.command.dispatch.AccessRefusal;

/** The refused commands that the command side enters, and those that the edge enters with its answer. */
final class RefusedStepsTest {

    private final List<String> entered = new ArrayList<>();
    private final RefusedSteps steps =
            new RefusedSteps((account, operation, lacking) -> entered.add(account + ": " + operation + ": " + lacking));

    private static AccessRefusal refusal(String rule, List<Object> arguments, boolean planStep) {
        return new AccessRefusal(Instant.EPOCH, "binh", "mark-household-left", rule, arguments, planStep);
    }

    @Test
    void aRefusedStepOfAPlanIsEnteredWithTheRightThatDidNotReach() {
        steps.accept(refusal("RIGHT_REACHES_THE_PLACE", List.of("OFFICER", "ấp Đồng Tâm"), true));
        steps.accept(refusal("SENDER_HAS_A_RIGHT_TO_THE_COMMAND", List.of(), true));

        assertThat(entered)
                .containsExactly(
                        "binh: mark-household-left: right-reaches-the-place OFFICER",
                        "binh: mark-household-left: sender-has-a-right-to-the-command");
    }

    @Test
    void whatARequestIsAnsweredIsNotEnteredTwice() {
        steps.accept(refusal("RIGHT_REACHES_THE_PLACE", List.of("OFFICER"), false));

        assertThat(entered).isEmpty();
    }
}
