package vn.soto.contracts.household;

/** Why nobody is responsible for a household any more. */
public enum UnassignmentCause {
    /** somebody decided so */
    DECIDED,
    /** chuyển đến địa bàn mà tổ cũ không phụ trách */
    MOVED_OUT_OF_COVERAGE,
    /** đã chuyển đi hẳn */
    LEFT,
    /** trùng với hộ khác */
    MERGED
}
