package vn.soto.domain.shared;

/** Metadata keys of a command message. */
public final class CommandMetadata {

    /** Name of the authenticated principal. */
    public static final String ACTOR = "soto.actor";

    /** {@code true} for a step of a plan with a second person's approval. */
    public static final String APPROVED = "soto.approved";

    /** Name of the account that approved the plan of which the command is a step; absent if nobody did. */
    public static final String APPROVER = "soto.approver";

    /** When the person who sends the command last showed who it is, an instant; absent if the product sends it. */
    public static final String PROVEN = "soto.proven";

    /** Roles of the actor, a set of {@link vn.soto.contracts.access.Role}; absent for steps of plans. */
    public static final String ROLES = "soto.roles";

    /** The {@link vn.soto.contracts.access.AccountId} of a member who has left, if only that right allows the command. */
    public static final String FORMER_MEMBER = "soto.former-member";

    private CommandMetadata() {}
}
