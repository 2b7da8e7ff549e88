package vn.soto.domain.report;

import vn.soto.domain.shared.Rule;

/** Rules of units' reports, beside those of every report. */
public enum ConsolidationRule implements Rule {
    /** Arguments: name of the unit. */
    UNIT_OF_A_REPORT_HAS_REPORTS_BELOW,
    /** Arguments: first day after the unit's end. */
    UNIT_OF_A_REPORT_IS_IN_FORCE,
    /** Arguments: number of reports below that are not accepted. */
    CONSOLIDATION_HAS_AN_ACCEPTED_REPORT,
    UNIT_REPORT_GOES_TO_A_UNIT_ABOVE,
    UNIT_REPORT_GOES_TO_NO_UNIT_ABOVE,
    UNIT_REPORT_IS_NOTED_BY_ANOTHER_PERSON
}
