package vn.soto.contracts.person;

/** The kind of a person's request about their own data; each has a term of its own. */
public enum DataRequestKind {
    /** xem, nhận bản sao dữ liệu */
    ACCESS,
    /** chỉnh sửa dữ liệu */
    CORRECTION,
    /** xóa dữ liệu */
    ERASURE,
    /** hạn chế xử lý dữ liệu */
    RESTRICTION,
    /** phản đối xử lý dữ liệu */
    OBJECTION,
    /** rút lại sự đồng ý */
    WITHDRAWAL
}
