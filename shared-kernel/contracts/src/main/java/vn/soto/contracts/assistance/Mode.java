package vn.soto.contracts.assistance;

/** Who did the work; the key to honest figures. */
public enum Mode {
    /** người dân tự thao tác */
    SELF_PERFORMED,
    /** làm mẫu */
    DEMONSTRATED,
    /** làm thay */
    DONE_ON_BEHALF
}
