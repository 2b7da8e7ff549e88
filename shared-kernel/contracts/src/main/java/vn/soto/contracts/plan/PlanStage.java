package vn.soto.contracts.plan;

import java.util.List;
import vn.soto.contracts.shared.StateRefusals;

/**
 * The progress of a plan, which decides which commands are possible.
 *
 * @param run      number of the run; 0 before the first
 * @param refused  steps that were refused in it
 * @param approved whether a second person has agreed
 * @param reversed whether another plan undoes it
 */
public record PlanStage(Progress progress, int run, int refused, boolean approved, boolean reversed) {

    /** The progress of a plan after it was submitted. */
    public enum Progress {
        AWAITING_APPROVAL,
        READY,
        RUNNING,
        PAUSED,
        STOPPED,
        COMPLETED,
        ABANDONED
    }

    public boolean hasEnded() {
        return reversed || progress == Progress.COMPLETED || progress == Progress.ABANDONED;
    }

    /** It can be paused. */
    public boolean isUnderWay() {
        return progress == Progress.RUNNING || progress == Progress.READY;
    }

    /** It rests, and can go on. */
    public boolean isResumable() {
        return !reversed && (rests() || (progress == Progress.COMPLETED && refused > 0));
    }

    /** It rests after it had started, so that its steps can be taken back. */
    public boolean hasSomethingToReverse() {
        return run > 0 && (hasEnded() || rests());
    }

    private boolean rests() {
        return progress == Progress.PAUSED || progress == Progress.STOPPED;
    }

    /**
     * @param own        whether the sender is the person who proposed it
     * @param administers whether the sender is an administrator, who takes back plans of others, too
     */
    public StateRefusals refusals(boolean own, boolean administers) {
        return new StateRefusals()
                .unless(!hasEnded(), "PLAN_HAS_NOT_ENDED", "approve-plan", "abandon-plan")
                .unless(!approved, "PLAN_IS_APPROVED_ONCE", "approve-plan")
                .until(!own, "PLAN_IS_APPROVED_BY_SOMEONE_ELSE", List.of(), "approve-plan")
                .unless(isUnderWay(), "PLAN_IS_UNDER_WAY", "pause-plan")
                .unless(isResumable(), "PLAN_RESTS_AND_CAN_GO_ON", "resume-plan")
                .unless(own || administers, "PLAN_IS_TAKEN_BACK_BY_ITS_SENDER", "reverse-plan")
                .unless(!reversed, "PLAN_IS_REVERSED_ONCE", "reverse-plan")
                .unless(hasSomethingToReverse(), "PLAN_RESTS_AFTER_IT_HAD_STARTED", "reverse-plan");
    }
}
