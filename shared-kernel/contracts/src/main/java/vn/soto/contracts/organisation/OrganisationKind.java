package vn.soto.contracts.organisation;

/** Kinds of organisation that support teams. */
public enum OrganisationKind {
    /** doanh nghiệp công nghệ số */
    TECHNOLOGY_COMPANY,
    /** doanh nghiệp viễn thông */
    TELECOM_COMPANY,
    /** ngân hàng, trung gian thanh toán */
    BANK,
    /** đoàn thể: Đoàn Thanh niên, Hội Phụ nữ, Hội Nông dân, Công đoàn */
    UNION,
    /** trường học, cơ sở đào tạo */
    SCHOOL,
    OTHER
}
