package vn.soto.query.stipend;

/** The state of a version of a stipend statement. */
enum StatementState {
    WAITING_FOR_APPROVAL,
    APPROVED,
    REPLACED
}
