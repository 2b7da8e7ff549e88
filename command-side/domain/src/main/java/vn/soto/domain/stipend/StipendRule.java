package vn.soto.domain.stipend;

import vn.soto.domain.shared.Rule;

/** Rules of stipend statements. */
public enum StipendRule implements Rule {
    STATEMENT_IS_OF_A_COMMUNE,
    /** Arguments: last day of the period. */
    STATEMENT_IS_OF_A_PERIOD_THAT_HAS_ENDED,
    /** Arguments: first day of the month. */
    STATEMENT_HAS_RATES,
    STATEMENT_HAS_A_TEAM,
    /** Arguments: largest number of lines. */
    STATEMENT_HAS_NOT_TOO_MANY_LINES,
    /** Arguments: number of the latest version. */
    FURTHER_STATEMENT_HAS_A_REASON,
    /** Arguments: number of the latest version. */
    FURTHER_STATEMENT_CHANGES_SOMETHING,
    /** Arguments: number of the latest version, and hash of its content. */
    APPROVED_CONTENT_IS_THAT_OF_THE_LATEST_VERSION,
    /** Arguments: number of the latest version. */
    STATEMENT_IS_APPROVED_ONCE,
    STATEMENT_IS_APPROVED_BY_ANOTHER_PERSON
}
