package vn.soto.contracts.training;

/** Organiser of a training session. */
public enum Organiser {
    /** sở, ngành cấp tỉnh */
    PROVINCIAL_DEPARTMENT,
    /** Ủy ban nhân dân cấp huyện, cấp xã */
    PEOPLES_COMMITTEE,
    /** tổ chức, doanh nghiệp đồng hành */
    SUPPORTING_ORGANISATION,
    OTHER
}
