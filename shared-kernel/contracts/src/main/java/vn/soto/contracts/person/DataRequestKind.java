package vn.soto.contracts.person;

/** What a person asks for about their own data; each kind has a term of its own. */
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
