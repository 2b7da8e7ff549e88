package vn.soto.contracts.plan;

import vn.soto.contracts.shared.Id;

/** A plan: a sequence of commands, each carried out in a commit of its own under one correlation. */
public record PlanId(String value) implements Id {

    /** Before the id of a plan in the correlation of its commits. No client can send a correlation that begins so. */
    public static final String CORRELATION = "plan-";

    public PlanId {
        Id.checked(value);
    }

    /** Whether it is the correlation of a plan; a client can send no such correlation. */
    public static boolean isCorrelation(String correlation) {
        return correlation.regionMatches(true, 0, CORRELATION, 0, CORRELATION.length());
    }

    /** The correlation of the plan's commits. */
    public String correlation() {
        return CORRELATION + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
