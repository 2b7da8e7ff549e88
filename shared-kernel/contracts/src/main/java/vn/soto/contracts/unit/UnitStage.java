package vn.soto.contracts.unit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.StateRefusals;

/**
 * The state of a unit, as far as it decides which commands are possible.
 *
 * @param withdrawn whether it was established by mistake
 * @param ended     first day after its end, even if that is to come; absent while none is decided
 * @param begun     whether its establishment is its only change
 * @param takes     whether it succeeded another unit
 * @param parent    unit in which it lies; absent for a province
 */
public record UnitStage(
        boolean withdrawn,
        @Nullable LocalDate ended,
        boolean begun,
        boolean takes,
        @Nullable String parent) {

    /** It can change on that day: not withdrawn, and its end comes later. */
    public static boolean lasts(@Nullable LocalDate ended, LocalDate day) {
        return ended == null || ended.isAfter(day);
    }

    /** The establishment is undone only where no other unit ended in it. */
    public boolean isWithdrawable() {
        return !begun || !takes;
    }

    /** @param inUse whether something is in it, so that it cannot be undone */
    public StateRefusals refusals(LocalDate today, boolean inUse) {
        String[] changes = {"rename-unit", "recode-unit", "retype-unit", "reparent-unit"};
        String[] ends = {"abolish-unit", "split-unit"};
        StateRefusals refusals = new StateRefusals()
                .unless(!withdrawn, "UNIT_IS_NOT_WITHDRAWN", changes)
                .unless(!withdrawn, "UNIT_IS_NOT_WITHDRAWN", ends)
                .unless(!withdrawn, "UNIT_IS_NOT_WITHDRAWN", "undo-unit-change")
                .unless(!withdrawn, "SUCCESSOR_IS_IN_FORCE", "merge-units")
                .unless(lasts(ended, today), "UNIT_HAS_NOT_ENDED", changes)
                .unless(lasts(ended, LocalDate.MAX), "UNIT_HAS_NOT_ENDED", ends)
                .unless(isWithdrawable(), "UNIT_TO_WITHDRAW_HAS_TAKEN_OVER_NONE", "undo-unit-change")
                .unless(!begun || !inUse, "UNIT_TO_WITHDRAW_IS_NOT_IN_USE", "undo-unit-change");
        return parent == null ? refusals : within(refusals, parent, changes, ends);
    }

    private static StateRefusals within(StateRefusals refusals, String above, String[] changes, String[] ends) {
        return refusals.decidedIn(above, changes)
                .decidedIn(above, ends)
                .decidedIn(above, "merge-units", "undo-unit-change");
    }
}
