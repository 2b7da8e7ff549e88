package vn.soto.domain.shared;

/** Why a plan that reverses another one leaves an event. */
public enum CounterRule implements Rule {
    /** Arguments: stored name of the event. */
    EVENT_HAS_A_COUNTER_COMMAND,
    /** Arguments: stored name of the event, names of the commands that correct or take it back. */
    EVENT_HAS_ITS_OWN_CORRECTION,
    /** Arguments: stored name of the event. */
    EVENT_IS_NOT_FINAL,
    /** Arguments: stored name of the event. */
    PERSONAL_DATA_GOES_BY_ERASURE_ONLY,
    /** In refusals that are stored; no plan leaves an event for it any more. */
    CONSENT_IS_THE_HOUSEHOLDS_OWN_WORD
}
