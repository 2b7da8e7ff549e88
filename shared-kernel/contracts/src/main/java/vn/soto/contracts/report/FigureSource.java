package vn.soto.contracts.report;

/** The source of a number that people state because the ledger cannot tell it. The name is stored and never changes. */
public enum FigureSource {
    /** cơ sở dữ liệu quốc gia về dân cư */
    POPULATION_DATABASE,
    /** sổ theo dõi hộ khẩu, cư trú của công an xã */
    RESIDENCE_REGISTER,
    /** số liệu thống kê của xã */
    COMMUNE_STATISTICS,
    /** sổ của trưởng khu phố, ấp */
    NEIGHBOURHOOD_BOOK,
    /** tổ tự rà soát */
    OWN_COUNT,
    /** danh sách người dự có chữ ký */
    ATTENDANCE_LIST,
    /** số thành viên mà nền tảng của nhóm cho biết */
    ONLINE_PLATFORM,
    OTHER
}
