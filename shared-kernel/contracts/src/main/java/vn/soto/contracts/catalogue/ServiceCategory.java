package vn.soto.contracts.catalogue;

/** Categories of services in which teams help. */
public enum ServiceCategory {
    /** định danh điện tử VNeID */
    VNEID,
    /** dịch vụ công trực tuyến */
    ONLINE_PUBLIC_SERVICE,
    /** thanh toán số */
    DIGITAL_PAYMENT,
    /** chữ ký số cá nhân */
    DIGITAL_SIGNATURE,
    /** ứng dụng của tỉnh (Bình Dương Số) */
    PROVINCIAL_APP,
    /** sàn thương mại điện tử */
    E_COMMERCE,
    /** an toàn thông tin */
    CYBER_SAFETY,
    /** phản ánh hiện trường */
    FIELD_REPORT,
    /** học trực tuyến, kỹ năng số */
    LEARNING,
    /** AI trong sản xuất kinh doanh */
    AI_FOR_BUSINESS,
    OTHER
}
