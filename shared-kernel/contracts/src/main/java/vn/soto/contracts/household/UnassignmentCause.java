package vn.soto.contracts.household;

/** Why a household no longer has a responsible member. */
public enum UnassignmentCause {
    /** decided by a command */
    DECIDED,
    /** chuyển đến địa bàn mà tổ cũ không phụ trách */
    MOVED_OUT_OF_COVERAGE,
    /** đã chuyển đi hẳn */
    LEFT,
    /** trùng với hộ khác */
    MERGED
}
