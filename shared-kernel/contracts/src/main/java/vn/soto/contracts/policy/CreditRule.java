package vn.soto.contracts.policy;

/** How one record of help with several helpers is credited; declared once, never per record. */
public enum CreditRule {
    /** Each helper gets an equal share, in hundredths; the first in the list what is left over. */
    EQUAL_SHARES,
    /** The first helper in the list gets all. */
    FIRST_HELPER
}
