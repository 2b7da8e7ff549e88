package vn.soto.contracts.team;

/** Level at which a team works; some provinces have teams on both levels. */
public enum TeamLevel {
    /** tổ cấp xã: helps all residential units of a commune */
    COMMUNE,
    /** tổ cấp thôn, khu phố, ấp */
    HAMLET
}
