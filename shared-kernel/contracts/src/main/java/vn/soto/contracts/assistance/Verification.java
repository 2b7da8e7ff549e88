package vn.soto.contracts.assistance;

/** What calling back those who were helped found. */
public enum Verification {
    /** người dân xác nhận */
    CONFIRMED,
    /** không liên lạc được */
    NOT_REACHED,
    /** người dân nói không có */
    DENIED
}
