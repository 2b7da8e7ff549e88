package vn.soto.query.event;

/** Why an entry of a team's history is late. */
public enum Lateness {
    /** The help was entered after the days that the policy of its day allows: it is flagged so. */
    AFTER_THE_DAYS_ALLOWED,
    /**
     * The period in which it happened was closed when it was recorded: it is on the list of what came too late for the
     * report.
     */
    PERIOD_CLOSED,
    /** It was recorded after the quarter on whose last day it already counts. */
    AFTER_THE_QUARTER,
    /** The report was submitted after its last day. */
    AFTER_THE_REPORT_WAS_DUE
}
