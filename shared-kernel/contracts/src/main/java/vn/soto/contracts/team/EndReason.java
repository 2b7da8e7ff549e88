package vn.soto.contracts.team;

/** Why a membership ended. */
public enum EndReason {
    RESIGNED,
    MOVED_AWAY,
    REPLACED,
    DISMISSED,
    DECEASED,
    OTHER
}
