package vn.soto.domain.unit;

/** What a row of a reorganisation does to its unit. */
public enum ReorganisationAction {
    /** A new unit; provinces have no parent, residential units no code. */
    ESTABLISH,
    /** Lies in another unit from then on, perhaps under another name. */
    REPARENT,
    /** Ends, and the whole of it is part of the successor. */
    MERGE,
    /** Ends, and the successor has a part of it: one row for each successor, two at least. */
    SPLIT,
    /** Ends without successor. */
    ABOLISH,
    RENAME,
    RETYPE,
    RECODE;

    /** Whether the unit is no more afterwards. */
    public boolean ends() {
        return this == MERGE || this == SPLIT || this == ABOLISH;
    }
}
