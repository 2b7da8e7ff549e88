package vn.soto.contracts.assistance;

/** Result of a call-back to the beneficiary. */
public enum Verification {
    /** người dân xác nhận */
    CONFIRMED,
    /** không liên lạc được */
    NOT_REACHED,
    /** người dân nói không có */
    DENIED
}
