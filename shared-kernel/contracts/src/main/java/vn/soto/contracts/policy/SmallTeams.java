package vn.soto.contracts.policy;

/** The fate of a decision that founds or consolidates a team with fewer members than the policy's minimum. */
public enum SmallTeams {
    REFUSE,
    /** The team exists and is flagged as understaffed, as one whose members have left. */
    FLAG
}
