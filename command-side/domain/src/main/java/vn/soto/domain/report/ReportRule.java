package vn.soto.domain.report;

import vn.soto.domain.shared.Rule;

/** Rules of quarterly reports. */
public enum ReportRule implements Rule {
    /** Arguments: the quarter's last day. */
    QUARTER_HAS_ENDED,
    /** Arguments: first day of the team. */
    TEAM_WAS_THERE_IN_THE_QUARTER,
    /** Arguments: last day of the team. */
    TEAM_WAS_NOT_DISSOLVED_BEFORE_THE_QUARTER,
    /** Arguments: number of the version submitted last. */
    REPORT_SUBMITTED_AGAIN_HAS_A_REASON,
    /** Arguments: largest number allowed. */
    HOUSEHOLD_TOTAL_IS_PLAUSIBLE,
    HOUSEHOLD_TOTAL_CHANGES
}
