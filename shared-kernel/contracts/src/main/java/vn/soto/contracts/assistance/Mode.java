package vn.soto.contracts.assistance;

/** The person who carried out the service, the citizen or the helper; figures show the modes separately. */
public enum Mode {
    /** người dân tự làm */
    SELF_PERFORMED,
    /** làm mẫu */
    DEMONSTRATED,
    /** làm thay */
    DONE_ON_BEHALF
}
