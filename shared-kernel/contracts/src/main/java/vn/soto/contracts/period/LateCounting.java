package vn.soto.contracts.period;

/** Where that counts which is recorded for a period after it was closed. The name is stored and never changes. */
public enum LateCounting {
    /** In the period itself: its reports differ from then on, and a further version, an amendment, takes it up. */
    AMENDMENT,
    /** In the next period that is not closed: the reports of the closed one stay as they are. */
    NEXT_PERIOD
}
