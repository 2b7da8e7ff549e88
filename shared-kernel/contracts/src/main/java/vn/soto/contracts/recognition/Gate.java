package vn.soto.contracts.recognition;

/** Conditions of eligibility; the names are stored and never change. */
public enum Gate {
    /** A member who is not suspended, or a team that goes on, on the last day of the period. */
    ACTIVE_ON_THE_LAST_DAY,
    /** Whole months of membership, or of the team, on that day. */
    MONTHS_OF_MEMBERSHIP,
    /** Every report of the team, or of all teams of the member, was submitted in time. */
    REPORTS_IN_TIME,
    /** At most so many records of the period are denied by a call-back and not voided. */
    DENIED_RECORDS
}
