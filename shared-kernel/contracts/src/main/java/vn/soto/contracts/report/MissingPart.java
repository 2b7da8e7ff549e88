package vn.soto.contracts.report;

import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/**
 * A report below of which no version was accepted: it is named, and nothing of it is counted.
 *
 * @param team absent for a unit's report
 * @param unit absent for a team's report
 */
public record MissingPart(
        @Nullable TeamId team, @Nullable UnitId unit, Why why) {

    /** The name is stored and never changes. */
    public enum Why {
        NOT_SUBMITTED,
        /** Submitted and neither accepted nor returned. */
        WAITING,
        RETURNED,
        /** Submitted before reports were accepted. */
        BEFORE_ACCEPTANCE
    }
}
