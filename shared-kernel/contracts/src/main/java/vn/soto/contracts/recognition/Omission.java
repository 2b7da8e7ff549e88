package vn.soto.contracts.recognition;

/** Why something that was recorded does not count; the names are stored and never change. */
public enum Omission {
    /** Within 31 days before or after the period. */
    OUTSIDE_PERIOD,
    VOIDED,
    /** Entered later than the policy of its day allows. */
    LATE,
    /** A call-back denies it. */
    DENIED,
    /** Recorded by a team that the round does not cover. */
    RECORDED_ELSEWHERE,
    /** The credit went to other helpers. */
    NO_SHARE,
    /** More than the rule counts of one helper on one day. */
    DAY_CAP,
    /** The same in each category of the record. */
    CATEGORY_CAP,
    /** Of a business or a walk-in, where households count. */
    NOT_A_HOUSEHOLD,
    /** Help done on behalf is no skill of those who were helped. */
    ON_BEHALF,
    /** Shown, not done by those who were helped. */
    NOT_SELF_PERFORMED,
    /** No help to the household on an earlier day of the period is recorded. */
    NOT_AFTER_HELP,
    /** Nobody confirmed it. */
    NOT_CONFIRMED,
    /** In a month with less help than the rule asks for. */
    QUIET_MONTH,
    /** Entered under a right of the past, and not confirmed since. */
    AWAITS_CONFIRMATION
}
