package vn.soto.query.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.soto.query.household.Household.Turn;

/**
 * Whether a household lives here and counts.
 *
 * @param goneSince first day on which it no longer lived here; absent while it does
 * @param survivor  the household it counts as; absent unless it is a duplicate
 */
record Standing(@Nullable LocalDate goneSince, @Nullable String survivor, boolean withdrawn) {

    static final Standing HERE = new Standing(null, null, false);

    /** In one word; what weighs more first. */
    enum State {
        WITHDRAWN,
        MERGED,
        LEFT,
        PRESENT
    }

    Standing after(Turn turn) {
        return switch (turn.what()) {
            case LEFT -> new Standing(turn.day(), survivor, withdrawn);
            case RETURNED -> new Standing(null, survivor, withdrawn);
            case MERGED -> new Standing(goneSince, turn.survivor(), withdrawn);
            case SEPARATED -> new Standing(goneSince, null, withdrawn);
            case WITHDRAWN -> new Standing(goneSince, survivor, true);
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
