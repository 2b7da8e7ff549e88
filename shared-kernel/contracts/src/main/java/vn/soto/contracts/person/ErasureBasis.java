package vn.soto.contracts.person;

/** Legal basis of an erasure of personal data. */
public enum ErasureBasis {
    /** chủ thể dữ liệu yêu cầu */
    REQUEST_OF_THE_SUBJECT,
    /** rút lại sự đồng ý */
    CONSENT_WITHDRAWN,
    /** mục đích đã hoàn thành */
    PURPOSE_MET,
    /** hết thời hạn lưu trữ */
    RETENTION_OVER,
    /** quyết định của cơ quan có thẩm quyền */
    ORDER_OF_AN_AUTHORITY
}
