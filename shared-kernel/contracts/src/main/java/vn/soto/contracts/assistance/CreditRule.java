package vn.soto.contracts.assistance;

/** How the helpers of one record of help share the credit; a policy declares the rule for all records. */
public enum CreditRule {
    /** Each helper gets an equal share, in hundredths; the first helper also gets the remainder. */
    EQUAL_SHARES,
    /** The first helper gets all of the credit. */
    FIRST_HELPER
}
