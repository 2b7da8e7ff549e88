package vn.soto.contracts.recognition;

/** How one record of several helpers counts for each of them. */
public enum CreditUse {
    /** By the share that the policy of its day gave. */
    SHARES,
    /** As a whole for each, unless the policy gave nothing. */
    WHOLE
}
