package vn.soto.command.household;

import vn.soto.command.shared.Rule;

/** Rules of households and of who is responsible for them. */
public enum HouseholdRule implements Rule {
    HOUSEHOLD_LIVES_IN_A_RESIDENTIAL_UNIT,
    /** Arguments: longest allowed. */
    HOUSEHOLD_REFERENCE_IS_A_SHORT_CODE,
    HOUSEHOLD_REFERENCE_HOLDS_NO_PERSONAL_NUMBER,
    HOUSEHOLD_HAS_NO_RESPONSIBLE_MEMBER_YET,
    HOUSEHOLD_HAS_A_RESPONSIBLE_MEMBER,
    HOUSEHOLD_PASSES_TO_SOMEONE_ELSE,
    /** Arguments: day of the last assignment. */
    ASSIGNMENTS_ARE_IN_ORDER,
    /** Arguments: day of assignment. */
    RESPONSIBLE_MEMBER_BELONGS_TO_TEAM,
    RESPONSIBLE_TEAM_COVERS_HOUSEHOLD
}
