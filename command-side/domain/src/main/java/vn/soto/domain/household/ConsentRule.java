package vn.soto.domain.household;

import vn.soto.domain.shared.Rule;

/** Rules of a household's consents. */
public enum ConsentRule implements Rule {
    CONSENT_NAMES_A_VERSION_OF_ITS_TEXT,
    /** Arguments: day in the command, today. */
    CONSENT_IS_NOT_IN_THE_FUTURE,
    /** Arguments: day of the last change for that purpose. */
    CONSENTS_ARE_IN_ORDER,
    CONSENT_IS_NOT_RECORDED_TWICE,
    /** Arguments: day of consent. */
    WITNESS_BELONGS_TO_TEAM,
    CONSENT_IS_OF_A_HOUSEHOLD_THAT_COUNTS,
    CONSENT_IS_IN_FORCE
}
