package vn.soto.contracts.business;

import java.time.LocalDate;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.shared.StateRefusals;

/**
 * The state of a business, as far as it decides which commands are possible.
 *
 * @param opens  whether it works on a day that a change may have
 * @param closes whether it is closed on such a day
 * @param moved  whether it ever moved
 */
public record BusinessStage(boolean opens, boolean closes, boolean moved) {

    /**
     * @param units   in which it works
     * @param working whether it works
     */
    public static BusinessStage on(LocalDate today, DayHistory<?> units, DayHistory<Boolean> working) {
        LocalDate first = firstDay(today, units, working);
        return new BusinessStage(
                working.daysFrom(first).anyMatch(working::on),
                working.daysFrom(first).anyMatch(day -> !working.on(day)),
                units.days().skip(1).findAny().isPresent());
    }

    /** The day that a change may have at the earliest: it follows those that hold today. */
    public static LocalDate firstDay(LocalDate today, DayHistory<?> units, DayHistory<Boolean> working) {
        LocalDate moved = units.lastDayUntil(today);
        LocalDate turned = working.lastChangeUntil(today);
        return moved.isAfter(turned) ? moved : turned;
    }

    public StateRefusals refusals() {
        return new StateRefusals()
                .unless(opens, "BUSINESS_IS_NOT_CLOSED", "close-business", "relocate-business")
                .unless(closes, "BUSINESS_IS_CLOSED", "reopen-business")
                .unless(moved, "BUSINESS_MOVE_TO_CORRECT_IS_KNOWN", "correct-business-relocation");
    }
}
