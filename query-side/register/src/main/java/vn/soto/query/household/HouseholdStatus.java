package vn.soto.query.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.query.household.Household.Turn;

/**
 * The status of a household: whether it lives here and counts.
 *
 * @param goneSince first day on which it no longer lived here; absent while it lives here
 * @param survivor  household it counts as; absent unless it is a duplicate
 */
record HouseholdStatus(
        @Nullable LocalDate goneSince, @Nullable HouseholdId survivor, boolean withdrawn) {

    static final HouseholdStatus HERE = new HouseholdStatus(null, null, false);

    /** The status in one word; a merge or withdrawal takes precedence over a departure. */
    enum State {
        WITHDRAWN,
        MERGED,
        LEFT,
        PRESENT
    }

    HouseholdStatus after(Turn turn) {
        return switch (turn.what()) {
            case LEFT -> new HouseholdStatus(turn.day(), survivor, withdrawn);
            case RETURNED -> new HouseholdStatus(null, survivor, withdrawn);
            case MERGED -> new HouseholdStatus(goneSince, turn.survivor(), withdrawn);
            case SEPARATED -> new HouseholdStatus(goneSince, null, withdrawn);
            case WITHDRAWN -> new HouseholdStatus(goneSince, survivor, true);
        };
    }

    State state() {
        if (withdrawn) {
            return State.WITHDRAWN;
        }
        if (survivor != null) {
            return State.MERGED;
        }
        return goneSince == null ? State.PRESENT : State.LEFT;
    }
}
