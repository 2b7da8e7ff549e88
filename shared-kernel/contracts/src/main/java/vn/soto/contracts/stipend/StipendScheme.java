package vn.soto.contracts.stipend;

/** The recipient of the lump sum of a month. */
public enum StipendScheme {
    /** To each member; mobilisation days are paid beside it. */
    PER_MEMBER,
    /** To the team; mobilisation days of its members are paid out of it. */
    PER_TEAM
}
