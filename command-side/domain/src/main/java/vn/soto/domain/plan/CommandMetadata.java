package vn.soto.domain.plan;

/** What stands beside a command, under these keys of its message: who sent it, and whether two persons did. */
public final class CommandMetadata {

    /** Name of the authenticated principal. */
    public static final String ACTOR = "soto.actor";

    /** {@code true} for a step of a plan that a second person has approved. */
    public static final String APPROVED = "soto.approved";

    private CommandMetadata() {}
}
