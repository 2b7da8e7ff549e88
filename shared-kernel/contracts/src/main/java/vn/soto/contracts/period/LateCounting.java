package vn.soto.contracts.period;

/**
 * The place in which an event counts that is recorded after its period was closed. The name is stored and never
 * changes.
 */
public enum LateCounting {
    /** In the period itself: its reports differ from then on, and a further version, an amendment, takes it up. */
    AMENDMENT,
    /** In the next period that is not closed: the reports of the closed one stay as they are. */
    NEXT_PERIOD
}
