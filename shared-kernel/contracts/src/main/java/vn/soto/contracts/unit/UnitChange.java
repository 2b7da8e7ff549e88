package vn.soto.contracts.unit;

/** What can change about a unit from a day on. The name is stored, so an entry never changes its meaning. */
public enum UnitChange {
    ESTABLISHED,
    RENAMED,
    RECODED,
    RETYPED,
    REPARENTED,
    MERGED,
    SPLIT,
    ABOLISHED;

    /** Whether the unit is no more from that day on. */
    public boolean ends() {
        return this == MERGED || this == SPLIT || this == ABOLISHED;
    }
}
