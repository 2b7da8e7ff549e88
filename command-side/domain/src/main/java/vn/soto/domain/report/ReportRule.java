package vn.soto.domain.report;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of quarterly reports. */
public enum ReportRule implements Rule {
    /** Arguments: the quarter's last day. */
    @AboutField("quarter")
    QUARTER_HAS_ENDED,
    /** Arguments: the quarter's first day, months before it from which something can be stated for it. */
    @AboutField("quarter")
    QUARTER_BEGINS_SOON,
    /** Arguments: first day of the team. */
    TEAM_WAS_THERE_IN_THE_QUARTER,
    /** Arguments: last day of the team. */
    TEAM_WAS_NOT_DISSOLVED_BEFORE_THE_QUARTER,
    /** Arguments: number of the version submitted last. */
    @AboutField("reason")
    REPORT_SUBMITTED_AGAIN_HAS_A_REASON,
    /** Arguments: largest number allowed. */
    @AboutField("households")
    HOUSEHOLD_TOTAL_IS_PLAUSIBLE,
    HOUSEHOLD_TOTAL_CHANGES,
    /** Arguments: code. */
    STATED_LINE_IS_MANUAL,
    STATED_LINE_HAS_A_SOURCE,
    /** Arguments: largest number allowed. */
    STATED_LINE_IS_PLAUSIBLE,
    STATED_LINE_CHANGES,
    /** Arguments: longest text. */
    REPORT_TEXT_IS_NEITHER_EMPTY_NOR_TOO_LONG,
    REPORT_TEXT_HOLDS_NO_PERSONAL_NUMBER,
    REPORT_TEXT_CHANGES,
    /** Arguments: code. */
    @AboutField("code")
    OVERRIDDEN_LINE_IS_DERIVED,
    /** Arguments: largest number allowed. */
    @AboutField("value")
    OVERRIDE_IS_PLAUSIBLE,
    @AboutField("value")
    OVERRIDE_CHANGES,
    /** Arguments: code. */
    @AboutField("code")
    LINE_IS_OVERRIDDEN,
    REPORT_IS_SUBMITTED,
    /** Arguments: number of the version. */
    VERSION_WAS_SUBMITTED_FOR_ACCEPTANCE,
    /** Arguments: number of the version submitted last, its hash. */
    @AboutField("content")
    CONTENT_IS_THAT_OF_THE_LATEST_VERSION,
    /** Arguments: number of the version. */
    VERSION_IS_NOT_RETURNED,
    /** Arguments: number of the version. */
    VERSION_IS_NOT_ACCEPTED
}
