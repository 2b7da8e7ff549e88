package vn.soto.contracts.support;

/** Reason for declining a support request. */
public enum DeclineReason {
    /** ngoài nhiệm vụ của tổ */
    OUTSIDE_THE_TASKS,
    /** trùng yêu cầu khác */
    DUPLICATE,
    /** không liên lạc được */
    CANNOT_BE_REACHED,
    /** người dân rút yêu cầu */
    WITHDRAWN,
    OTHER
}
