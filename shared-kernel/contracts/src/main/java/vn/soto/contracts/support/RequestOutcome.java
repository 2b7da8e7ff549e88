package vn.soto.contracts.support;

/** Outcome of a resolved support request. */
public enum RequestOutcome {
    /** đã hỗ trợ xong */
    DONE,
    /** hỗ trợ được một phần */
    PARTLY_DONE,
    /** đã chuyển đến cơ quan có thẩm quyền */
    REFERRED
}
