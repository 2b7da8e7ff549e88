package vn.soto.domain.household;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of households and of their responsible members. */
public enum HouseholdRule implements Rule {
    @AboutField("unit")
    HOUSEHOLD_LIVES_IN_A_RESIDENTIAL_UNIT,
    /** Arguments: largest length allowed. */
    @AboutField("reference")
    HOUSEHOLD_REFERENCE_IS_A_SHORT_CODE,
    @AboutField("reference")
    HOUSEHOLD_REFERENCE_HOLDS_NO_PERSONAL_NUMBER,
    HOUSEHOLD_HAS_NO_RESPONSIBLE_MEMBER_YET,
    HOUSEHOLD_HAS_A_RESPONSIBLE_MEMBER,
    @AboutField("member")
    HOUSEHOLD_PASSES_TO_SOMEONE_ELSE,
    /** Arguments: day of the last dated change of the household. */
    @AboutField("effectiveFrom")
    ASSIGNMENTS_ARE_IN_ORDER,
    /** Arguments: day of assignment. */
    @AboutField("member")
    RESPONSIBLE_MEMBER_BELONGS_TO_TEAM,
    @AboutField("team")
    RESPONSIBLE_TEAM_COVERS_HOUSEHOLD,
    /** Arguments: first day of the coming responsibility. */
    @AboutField("unit")
    COMING_RESPONSIBLE_TEAM_COVERS_HOUSEHOLD,
    /** Arguments: day of the last dated change of the household. */
    @AboutField("effectiveFrom")
    HOUSEHOLD_CHANGES_ARE_IN_ORDER,
    @AboutField("unit")
    HOUSEHOLD_MOVES_TO_ANOTHER_UNIT,
    /** Arguments: first day of the absence. */
    HOUSEHOLD_HAS_NOT_LEFT,
    HOUSEHOLD_HAS_LEFT,
    /** Arguments: id of the survivor. */
    HOUSEHOLD_IS_NOT_MERGED,
    HOUSEHOLD_IS_MERGED,
    @AboutField("survivor")
    HOUSEHOLD_IS_NO_DUPLICATE_OF_ITSELF,
    /** Arguments: number of its duplicates. */
    HOUSEHOLD_STANDS_FOR_NO_OTHERS,
    @AboutField("survivor")
    SURVIVING_HOUSEHOLD_STANDS_FOR_ITSELF,
    HOUSEHOLD_IS_NOT_WITHDRAWN,
    WITHDRAWN_HOUSEHOLD_IS_UNASSIGNED,
    WITHDRAWN_HOUSEHOLD_WAS_NEVER_HELPED,
    REFERENCE_CORRECTION_CHANGES_SOMETHING,
    @AboutField("livesSince")
    RESIDENCE_CORRECTION_CHANGES_SOMETHING,
    /** Arguments: last possible day, that of the first dated change of the household or today. */
    @AboutField("livesSince")
    RESIDENCE_BEGINS_BEFORE_WHAT_FOLLOWS,
    /** Arguments: day for which no such change was entered. */
    @AboutField("enteredFrom")
    ASSIGNMENT_TO_CORRECT_IS_KNOWN,
    /** Arguments: id of the household, day of what was decided. */
    @AboutField("effectiveFrom")
    CARRIED_HOUSEHOLD_HAS_NO_CHANGE_BETWEEN,
    /** Arguments: day for which no move was entered. */
    @AboutField("enteredFrom")
    MOVE_TO_CORRECT_IS_KNOWN,
    /** Arguments: day for which no departure was entered. */
    @AboutField("enteredFrom")
    DEPARTURE_TO_CORRECT_IS_KNOWN,
    /** Arguments: day for which no return was entered. */
    @AboutField("enteredFrom")
    RETURN_TO_CORRECT_IS_KNOWN,
    @AboutField("effectiveFrom")
    CORRECTED_DAY_DIFFERS,
    /** Arguments: first and last possible day. */
    @AboutField("effectiveFrom")
    CORRECTED_DAY_LIES_BETWEEN_ITS_NEIGHBOURS
}
