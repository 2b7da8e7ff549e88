package vn.soto.contracts.stipend;

/** To whom the lump sum of a month goes. */
public enum StipendScheme {
    /** To each member; mobilisation days are paid beside it. */
    PER_MEMBER,
    /** To the team; mobilisation days of its members are paid out of it. */
    PER_TEAM
}
