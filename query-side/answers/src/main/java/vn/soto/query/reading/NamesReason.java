package vn.soto.query.reading;

/** Why somebody opens names that they otherwise see as pseudonyms; the names are stored and answered. */
public enum NamesReason {
    /** a complaint or a denunciation is looked into */
    COMPLAINT,
    /** an inspection or an audit under a decision */
    INSPECTION,
    /** the person is called or visited to ask whether an entry is true */
    CALL_BACK,
    /** the person asks about the own data */
    DATA_REQUEST,
    /** money that was paid, or is to be, is checked */
    STIPEND,
    /** two entries may be about one person */
    DUPLICATE,
    /** something that the words say */
    OTHER
}
