package vn.soto.contracts.support;

/** Source of a support request. */
public enum RequestSource {
    /** đường dây nóng */
    HOTLINE,
    ZALO,
    FACEBOOK,
    /** gặp trực tiếp */
    IN_PERSON,
    /** trung tâm phục vụ hành chính công chuyển đến */
    PUBLIC_SERVICE_CENTRE,
    OTHER
}
