package vn.soto.domain.reach;

import vn.soto.domain.shared.Rule;

/**
 * Rules of rights. The API answers their violation with 403. A right is described by role, area and days; areas and places
 * are names of units, teams and organisations, which are public.
 */
public enum ReachRule implements Rule {
    /** Arguments: name of the command, day. */
    SENDER_HAS_A_RIGHT_TO_THE_COMMAND,
    /** Arguments: role, area, first day, place. */
    RIGHT_REACHES_THE_PLACE,
    /** Arguments: role, area, first day, last day, place. */
    RIGHT_FOR_A_TIME_REACHES_THE_PLACE,
    /** About the unit of the right, which a unit above decides. Arguments: role, area, first day. */
    UNIT_ITSELF_IS_DECIDED_ABOVE,
    /** Of one who is in several teams. Arguments: role, area, first day. */
    RIGHT_REACHES_ALL_TEAMS_OF_THE_PERSON,
    /** Arguments: role, area, first day. */
    RIGHT_REACHES_THE_WHOLE_LEDGER,
    /** Arguments: role, area, first day, last day, day. */
    RIGHT_HAS_NOT_ENDED,
    /** Arguments: role, area, first day, day. */
    RIGHT_HAS_BEGUN,
    /** Arguments: name of the command, account of the approver. */
    STEP_IS_APPROVED_BY_SOMEONE_WITH_THE_RIGHT
}
