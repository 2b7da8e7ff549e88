package vn.soto.contracts.audit;

import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.TeamId;

/**
 * The records from which a sample is drawn: all of a unit and a quarter, of one team, or those that a detector points
 * to.
 *
 * @param team     whose records; absent for all teams of the unit
 * @param detector code of the detector; absent if none points to the records
 * @param version  of the detector
 * @param finding  id of the one finding whose evidence the records are; absent for all findings of the detector
 */
public record CallBackSelection(
        @Nullable TeamId team,
        @Nullable String detector,
        @Nullable Integer version,
        @Nullable String finding) {

    /** All records of the unit and the quarter. */
    public static final CallBackSelection ALL = new CallBackSelection(null, null, null, null);
}
