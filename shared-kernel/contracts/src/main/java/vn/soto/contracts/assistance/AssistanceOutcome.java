package vn.soto.contracts.assistance;

/** Outcome of the help. */
public enum AssistanceOutcome {
    /** đã xong */
    DONE,
    /** xong một phần */
    PARTLY,
    /** cần hỗ trợ tiếp */
    NEEDS_FOLLOW_UP,
    /** chưa làm được */
    NOT_DONE,
    /** không ghi: only in records made before outcomes were required */
    UNSTATED
}
