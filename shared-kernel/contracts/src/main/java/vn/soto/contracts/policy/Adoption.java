package vn.soto.contracts.policy;

/** How many persons adopted a policy. */
public enum Adoption {
    /** The ledger had no policy, and nobody else was known who may adopt one. */
    FIRST_BY_ONE_PERSON,
    /** Neither the earlier nor the new policy names a command for two persons. */
    BY_ONE_PERSON,
    BY_TWO_PERSONS
}
