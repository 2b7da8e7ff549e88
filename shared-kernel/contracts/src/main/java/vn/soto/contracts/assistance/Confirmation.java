package vn.soto.contracts.assistance;

/** Whether somebody with the right of today stands by help that was entered under a right of the past. */
public enum Confirmation {
    /** It gives no credit, and no reason to pay, until it is given. */
    AWAITED,
    GIVEN
}
