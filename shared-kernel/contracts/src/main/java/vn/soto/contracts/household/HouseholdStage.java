package vn.soto.contracts.household;

import java.util.List;
import vn.soto.contracts.shared.StateRefusals;

/**
 * The state of a household, as far as it decides which commands are possible.
 *
 * @param withdrawn  whether it was registered by mistake
 * @param merged     whether it counts as another household
 * @param represents whether other households count as it
 * @param helped     whether it was ever helped
 * @param kept       whether somebody is responsible for it in the end
 * @param known      changes of it that can have another day
 * @param days       the first day that a change may have, and each later one that differs
 */
public record HouseholdStage(
        boolean withdrawn,
        boolean merged,
        boolean represents,
        boolean helped,
        boolean kept,
        Changes known,
        Consents consents,
        List<HouseholdDay> days) {

    /** Whether there are decided responsibilities, moves, departures and returns. */
    public record Changes(boolean charge, boolean move, boolean departure, boolean comingBack) {}

    /**
     * @param inForce   whether one is
     * @param given     whether one ever was
     * @param withdrawn whether the last change of one is its withdrawal
     */
    public record Consents(boolean inForce, boolean given, boolean withdrawn) {}

    /** It counts by itself. */
    public boolean counts() {
        return !withdrawn && !merged;
    }

    private boolean lives() {
        return days.stream().anyMatch(HouseholdDay::lives);
    }

    private boolean leaves() {
        return days.stream().anyMatch(day -> !day.lives());
    }

    private boolean isCharged() {
        return days.stream().anyMatch(HouseholdDay::charged);
    }

    private boolean isFree() {
        return days.stream().anyMatch(day -> day.lives() && day.isFree());
    }

    public StateRefusals refusals() {
        String[] counting = {
            "assign-household",
            "relocate-household",
            "mark-household-left",
            "return-household",
            "merge-households",
            "withdraw-registration",
            "correct-household",
            "correct-residence",
            "correct-assignment",
            "correct-relocation",
            "correct-departure",
            "correct-return"
        };
        StateRefusals refusals = new StateRefusals()
                .unless(!withdrawn, "HOUSEHOLD_IS_NOT_WITHDRAWN", counting)
                .unless(!merged, "HOUSEHOLD_IS_NOT_MERGED", counting)
                .unless(counts(), "CONSENT_IS_OF_A_HOUSEHOLD_THAT_COUNTS", "record-consent")
                .unless(
                        lives(),
                        "HOUSEHOLD_HAS_NOT_LEFT",
                        "assign-household",
                        "relocate-household",
                        "mark-household-left")
                .unless(leaves(), "HOUSEHOLD_HAS_LEFT", "return-household")
                .unless(isFree(), "HOUSEHOLD_HAS_NO_RESPONSIBLE_MEMBER_YET", "assign-household")
                .unless(isCharged(), "HOUSEHOLD_HAS_A_RESPONSIBLE_MEMBER", "reassign-household", "unassign-household")
                .unless(!represents, "HOUSEHOLD_STANDS_FOR_NO_OTHERS", "merge-households", "withdraw-registration")
                .unless(merged, "HOUSEHOLD_IS_MERGED", "separate-households")
                .unless(!kept, "WITHDRAWN_HOUSEHOLD_IS_UNASSIGNED", "withdraw-registration")
                .unless(!helped, "WITHDRAWN_HOUSEHOLD_WAS_NEVER_HELPED", "withdraw-registration");
        return corrected(refusals);
    }

    private StateRefusals corrected(StateRefusals refusals) {
        return refusals.unless(known.charge, "ASSIGNMENT_TO_CORRECT_IS_KNOWN", "correct-assignment")
                .unless(known.move, "MOVE_TO_CORRECT_IS_KNOWN", "correct-relocation")
                .unless(known.departure, "DEPARTURE_TO_CORRECT_IS_KNOWN", "correct-departure")
                .unless(known.comingBack, "RETURN_TO_CORRECT_IS_KNOWN", "correct-return")
                .unless(consents.inForce, "CONSENT_IS_IN_FORCE", "withdraw-consent")
                .unless(consents.given, "CONSENT_TO_CORRECT_IS_KNOWN", "correct-consent")
                .unless(
                        consents.withdrawn,
                        "WITHDRAWAL_TO_TAKE_BACK_IS_THE_LAST_CHANGE",
                        "take-back-consent-withdrawal");
    }
}
