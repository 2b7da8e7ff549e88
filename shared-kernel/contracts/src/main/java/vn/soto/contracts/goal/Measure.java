package vn.soto.contracts.goal;

/** Unit of measure of a target: what its value is compared with. */
public enum Measure {
    /** The figure itself, in the indicator's unit. */
    COUNT,
    /** Hundredths of the households registered in the unit. */
    PERCENT_OF_HOUSEHOLDS,
    /** Hundredths of the records of help. */
    PERCENT_OF_ASSISTANCES,
    /** Hundredths of the members who can act. */
    PERCENT_OF_MEMBERS
}
