package vn.soto.contracts.outreach;

/** How attendance was counted. */
public enum CountBasis {
    /** đếm theo danh sách */
    COUNTED_LIST,
    /** danh sách có chữ ký */
    SIGNED_LIST,
    /** ước lượng: counts, and is flagged */
    ESTIMATE,
    /** bộ đếm của nền tảng trực tuyến */
    ONLINE_COUNTER
}
