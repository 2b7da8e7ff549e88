package vn.soto.contracts.team;

/** Offices of a team, each held by one member at most. */
public enum Office {
    /** tổ trưởng */
    LEADER,
    /** tổ phó */
    DEPUTY
}
