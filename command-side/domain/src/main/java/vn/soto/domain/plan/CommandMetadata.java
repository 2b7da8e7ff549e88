package vn.soto.domain.plan;

/** Metadata keys of a command message. */
public final class CommandMetadata {

    /** Name of the authenticated principal. */
    public static final String ACTOR = "soto.actor";

    /** {@code true} for a step of a plan with a second person's approval. */
    public static final String APPROVED = "soto.approved";

    private CommandMetadata() {}
}
