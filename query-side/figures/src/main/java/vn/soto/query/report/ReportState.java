package vn.soto.query.report;

/** The state of a report, or of a version of it. */
public enum ReportState {
    /** Nothing was submitted. */
    DRAFT,
    /** The recipient has neither accepted nor returned it. */
    WAITING,
    RETURNED,
    ACCEPTED,
    /** The people's committee took note of it: nobody is above the unit. */
    NOTED,
    /** It stays as it is, and nobody is asked to accept it. */
    SUBMITTED_BEFORE_ACCEPTANCE
}
