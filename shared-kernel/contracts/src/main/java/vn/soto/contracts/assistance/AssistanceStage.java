package vn.soto.contracts.assistance;

import vn.soto.contracts.shared.StateRefusals;

/**
 * The state of a record of help, as far as it decides which commands are possible.
 *
 * @param voided      whether it counts for nothing
 * @param unconfirmed whether somebody has to confirm it
 */
public record AssistanceStage(boolean voided, boolean unconfirmed) {

    public boolean counts() {
        return !voided;
    }

    public StateRefusals refusals() {
        return new StateRefusals()
                .unless(
                        counts(),
                        "ASSISTANCE_IS_NOT_VOIDED",
                        "correct-assistance",
                        "void-assistance",
                        "follow-up-assistance",
                        "state-assistance-results",
                        "verify-assistance",
                        "confirm-assistance")
                .unless(unconfirmed, "ASSISTANCE_WAITS_FOR_A_CONFIRMATION", "confirm-assistance")
                .unless(voided, "ASSISTANCE_IS_VOIDED", "restore-assistance");
    }
}
