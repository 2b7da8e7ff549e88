package vn.soto.query.household;

/** Why the member responsible for a household cannot act for it. */
enum Absence {
    MEMBER_HAS_LEFT,
    MEMBER_IS_SUSPENDED,
    TEAM_IS_DISSOLVED
}
