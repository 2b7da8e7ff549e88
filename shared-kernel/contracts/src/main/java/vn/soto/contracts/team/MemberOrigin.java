package vn.soto.contracts.team;

/** Organisation or position from which a member comes. */
public enum MemberOrigin {
    /** trưởng khu phố, trưởng ấp */
    NEIGHBOURHOOD_HEAD,
    /** Đoàn Thanh niên */
    YOUTH_UNION,
    /** Hội Phụ nữ */
    WOMENS_UNION,
    /** Hội Nông dân */
    FARMERS_UNION,
    /** công an khu vực */
    AREA_POLICE,
    /** doanh nghiệp công nghệ số */
    DIGITAL_COMPANY,
    /** giáo viên */
    TEACHER,
    OTHER
}
