package vn.soto.domain.household;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of a household's consents. */
public enum ConsentRule implements Rule {
    @AboutField("textVersion")
    CONSENT_NAMES_A_VERSION_OF_ITS_TEXT,
    /** Arguments: day in the command, today. */
    CONSENT_IS_NOT_IN_THE_FUTURE,
    /** Arguments: day of the last change for that purpose. */
    CONSENTS_ARE_IN_ORDER,
    CONSENT_IS_NOT_RECORDED_TWICE,
    /** Arguments: day of consent. */
    @AboutField("witness")
    WITNESS_BELONGS_TO_TEAM,
    CONSENT_IS_OF_A_HOUSEHOLD_THAT_COUNTS,
    CONSENT_IS_IN_FORCE,
    /** Arguments: day on which no consent to that purpose was entered. */
    @AboutField("enteredOn")
    CONSENT_TO_CORRECT_IS_KNOWN,
    CONSENT_CORRECTION_CHANGES_SOMETHING,
    /** Arguments: first and last possible day. */
    @AboutField("day")
    CORRECTED_CONSENT_LIES_BETWEEN_ITS_NEIGHBOURS,
    /** Arguments: day on which no withdrawal was entered, or after which the purpose has changed. */
    WITHDRAWAL_TO_TAKE_BACK_IS_THE_LAST_CHANGE
}
