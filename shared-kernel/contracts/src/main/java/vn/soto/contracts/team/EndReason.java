package vn.soto.contracts.team;

/** Why a membership ended. */
public enum EndReason {
    RESIGNED,
    MOVED_AWAY,
    REPLACED,
    DISMISSED,
    DECEASED,
    /** The team was dissolved, or absorbed by another. */
    TEAM_DISSOLVED,
    OTHER
}
