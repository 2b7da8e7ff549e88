package vn.soto.domain.business;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of businesses. */
public enum BusinessRule implements Rule {
    /** Arguments: largest length allowed. */
    @AboutField("reference")
    BUSINESS_REFERENCE_IS_A_SHORT_CODE,
    @AboutField("reference")
    BUSINESS_REFERENCE_HOLDS_NO_PERSONAL_NUMBER,
    @AboutField("unit")
    BUSINESS_WORKS_IN_A_RESIDENTIAL_UNIT,
    @AboutField("unit")
    BUSINESS_MOVES_TO_ANOTHER_UNIT,
    /** Arguments: day of the last dated change of the business. */
    @AboutField("effectiveFrom")
    BUSINESS_CHANGES_ARE_IN_ORDER,
    /** Arguments: first day of the closure. */
    BUSINESS_IS_NOT_CLOSED,
    BUSINESS_IS_CLOSED,
    BUSINESS_CORRECTION_CHANGES_SOMETHING,
    /** Arguments: day for which no move was entered. */
    @AboutField("enteredFrom")
    BUSINESS_MOVE_TO_CORRECT_IS_KNOWN,
    @AboutField("effectiveFrom")
    BUSINESS_MOVE_DAY_CHANGES,
    /** Arguments: first and last possible day. */
    @AboutField("effectiveFrom")
    CORRECTED_BUSINESS_MOVE_LIES_BETWEEN_ITS_NEIGHBOURS
}
