package vn.soto.contracts.assistance;

/** Kinds of results of help, beside the effort that it took. The name is stored and never changes. */
public enum ResultKind {
    /** kích hoạt được VNeID mức 2 */
    VNEID_LEVEL_2,
    /** có tài khoản Cổng Dịch vụ công */
    PUBLIC_SERVICE_ACCOUNT,
    /** mở được tài khoản thanh toán số */
    PAYMENT_ACCOUNT,
    /** được cấp chữ ký số cá nhân */
    DIGITAL_SIGNATURE,
    /** mở được gian hàng trên sàn thương mại điện tử */
    ONLINE_SHOP,
    /** xác nhận được trên VNeID là đạt phổ cập kỹ năng số */
    SKILLS_CONFIRMED
}
