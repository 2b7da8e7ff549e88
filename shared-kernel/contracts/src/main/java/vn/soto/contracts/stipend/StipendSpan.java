package vn.soto.contracts.stipend;

/** The time for which the lump sum is told. */
public enum StipendSpan {
    MONTH,
    /** Each month has a twelfth of it, so that twelve months are the whole, whatever does not divide. */
    YEAR
}
