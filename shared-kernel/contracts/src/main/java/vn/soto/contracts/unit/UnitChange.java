package vn.soto.contracts.unit;

/** Kinds of change of a unit. The name is stored, so an entry never changes its meaning. */
public enum UnitChange {
    ESTABLISHED,
    RENAMED,
    RECODED,
    RETYPED,
    REPARENTED,
    MERGED,
    SPLIT,
    ABOLISHED;

    /** Whether the unit ends with this change. */
    public boolean ends() {
        return this == MERGED || this == SPLIT || this == ABOLISHED;
    }
}
