package vn.soto.contracts.team;

/** In which layer a team works; some provinces have teams in both. */
public enum TeamLevel {
    /** tổ cấp xã: helps all residential units of a commune */
    COMMUNE,
    /** tổ cấp thôn, khu phố, ấp */
    HAMLET
}
