package vn.soto.plans;

import vn.soto.contracts.plan.PlanId;

/** The id belongs to a different plan, or to the same plan of another actor; nothing was written. */
public final class PlanIdReusedException extends RuntimeException {

    private final PlanId plan;

    PlanIdReusedException(PlanId plan) {
        super("plan id " + plan + " was used for another plan");
        this.plan = plan;
    }

    public PlanId plan() {
        return plan;
    }
}
