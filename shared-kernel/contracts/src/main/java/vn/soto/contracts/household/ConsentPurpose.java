package vn.soto.contracts.household;

/** What a household agrees to; each purpose is asked for, and taken back, by itself. */
public enum ConsentPurpose {
    /** gọi điện, nhắn Zalo */
    CONTACT,
    /** chụp ảnh */
    PHOTO,
    /** theo dõi sau hỗ trợ */
    FOLLOW_UP,
    /** đăng tin, nêu gương */
    PUBLICATION
}
