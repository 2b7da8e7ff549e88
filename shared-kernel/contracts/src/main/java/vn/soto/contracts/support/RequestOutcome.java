package vn.soto.contracts.support;

/** What came of a request that was resolved. */
public enum RequestOutcome {
    /** đã hỗ trợ xong */
    DONE,
    /** hỗ trợ được một phần */
    PARTLY_DONE,
    /** đã chuyển đến cơ quan có thẩm quyền */
    REFERRED
}
