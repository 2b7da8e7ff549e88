package vn.soto.domain.unit;

/** Action of a row of a reorganisation on its unit. */
public enum ReorganisationAction {
    /** Establishes the unit; provinces have no parent, residential units no code. */
    ESTABLISH,
    /** Moves the unit to another parent, possibly under another name. */
    REPARENT,
    /** Ends the unit, which becomes part of the successor as a whole. */
    MERGE,
    /** Ends the unit, and the successor gets a part of it; there is one row for each successor, at least two. */
    SPLIT,
    /** Ends the unit without a successor. */
    ABOLISH,
    RENAME,
    RETYPE,
    RECODE;

    /** Whether the action ends the unit. */
    public boolean ends() {
        return this == MERGE || this == SPLIT || this == ABOLISH;
    }
}
