package vn.soto.contracts.assistance;

/** What came of help. */
public enum AssistanceOutcome {
    /** đã xong */
    DONE,
    /** xong một phần */
    PARTLY,
    /** cần hỗ trợ tiếp */
    NEEDS_FOLLOW_UP,
    /** chưa làm được */
    NOT_DONE,
    /** không ghi: only of records made before outcomes were asked for */
    UNSTATED
}
