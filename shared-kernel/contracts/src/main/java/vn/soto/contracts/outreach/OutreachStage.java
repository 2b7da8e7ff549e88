package vn.soto.contracts.outreach;

import vn.soto.contracts.shared.StateRefusals;

/** The progress of a session of outreach, which decides which commands are possible. */
public record OutreachStage(boolean held, boolean cancelled, boolean voided) {

    public StateRefusals refusals() {
        return new StateRefusals()
                .unless(
                        !cancelled,
                        "OUTREACH_IS_NOT_CANCELLED",
                        "hold-outreach",
                        "cancel-outreach",
                        "reschedule-outreach")
                .unless(!voided, "OUTREACH_IS_NOT_VOIDED", "hold-outreach", "cancel-outreach", "reschedule-outreach")
                .unless(!held, "OUTREACH_IS_NOT_HELD_TWICE", "hold-outreach", "cancel-outreach", "reschedule-outreach")
                .unless(held, "OUTREACH_WAS_HELD", "correct-outreach", "void-outreach")
                .unless(!voided, "OUTREACH_IS_NOT_VOIDED", "correct-outreach", "void-outreach")
                .unless(isRestorable(), "OUTREACH_IS_VOIDED", "restore-outreach");
    }

    /** Held, and voided since. */
    public boolean isRestorable() {
        return held && voided;
    }
}
