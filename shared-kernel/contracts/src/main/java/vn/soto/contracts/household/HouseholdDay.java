package vn.soto.contracts.household;

/**
 * A household on a day.
 *
 * @param lives   whether it lives where it is recorded
 * @param charged whether a member is responsible for it
 * @param absent  whether that member cannot act
 */
public record HouseholdDay(boolean lives, boolean charged, boolean absent) {

    /** Nobody is responsible for it who can act. */
    public boolean isFree() {
        return !charged || absent;
    }
}
