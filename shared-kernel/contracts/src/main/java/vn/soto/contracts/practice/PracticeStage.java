package vn.soto.contracts.practice;

import vn.soto.contracts.shared.StateRefusals;

/**
 * The state of a good model, as far as it decides which commands are possible.
 *
 * @param followed whether a team works by it now
 */
public record PracticeStage(boolean withdrawn, boolean followed) {

    public boolean stands() {
        return !withdrawn;
    }

    public StateRefusals refusals() {
        return new StateRefusals()
                .unless(
                        stands(),
                        "PRACTICE_IS_NOT_WITHDRAWN",
                        "recommend-practice",
                        "take-up-practice",
                        "revise-practice",
                        "withdraw-practice")
                .unless(followed, "PRACTICE_TO_STOP_IS_TAKEN_UP", "stop-practice");
    }
}
