package vn.soto.contracts.household;

/** Purpose of a consent; each purpose is consented to and withdrawn separately. */
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
