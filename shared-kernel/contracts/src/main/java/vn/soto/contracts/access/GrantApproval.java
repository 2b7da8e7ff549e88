package vn.soto.contracts.access;

/** How many persons a grant took; stored in events. */
public enum GrantApproval {
    /** The role has no right to approve. */
    NOT_NEEDED,
    /** One person granted a right to approve, because there was no second administrator. Answers mark the grant. */
    BY_ONE_PERSON,
    /** One person proposed the grant and another approved it. */
    BY_TWO_PERSONS
}
