package vn.soto.domain.organisation;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of organisations that support teams. */
public enum OrganisationRule implements Rule {
    ORGANISATION_SUPPORTS_A_TEAM_ONCE,
    /** Arguments: last day of the earlier support. */
    @AboutField("effectiveFrom")
    SUPPORT_BEGINS_AFTER_THE_LAST_ENDED,
    /** Arguments: first day of support. */
    @AboutField("team")
    SUPPORTED_TEAM_IS_THERE,
    ORGANISATION_SUPPORTS_THE_TEAM,
    /** Arguments: first day of support. */
    @AboutField("lastDay")
    SUPPORT_ENDS_ON_OR_AFTER_ITS_FIRST_DAY,
    ORGANISATION_CORRECTION_CHANGES_SOMETHING,
    /** Arguments: first day for which there is no period of support. */
    @AboutField("enteredFrom")
    SUPPORT_TO_CORRECT_IS_KNOWN,
    SUPPORT_CORRECTION_CHANGES_SOMETHING,
    CORRECTION_LEAVES_SUPPORT_OPEN_OR_ENDED,
    /** Arguments: first day of the other period. */
    CORRECTED_SUPPORT_OVERLAPS_NO_OTHER
}
