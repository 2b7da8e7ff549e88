package vn.soto.contracts.training;

import vn.soto.contracts.shared.StateRefusals;

/** The progress of a training session, which decides which commands are possible. */
public record TrainingStage(boolean held, boolean cancelled, boolean voided) {

    public boolean isPlanned() {
        return !held && !cancelled;
    }

    /** Held, and voided since. */
    public boolean isRestorable() {
        return held && voided;
    }

    public StateRefusals refusals() {
        return new StateRefusals()
                .unless(isPlanned(), "TRAINING_IS_NEITHER_HELD_NOR_CANCELLED", "hold-training", "cancel-training")
                .unless(!voided, "TRAINING_IS_NOT_VOIDED", "correct-attendance", "void-training")
                .unless(held, "TRAINING_WAS_HELD", "correct-attendance", "void-training")
                .unless(isRestorable(), "TRAINING_IS_VOIDED", "restore-training");
    }
}
