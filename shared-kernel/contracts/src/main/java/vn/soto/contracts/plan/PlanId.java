package vn.soto.contracts.plan;

import vn.soto.contracts.shared.Id;

/** A plan: a sequence of commands, each carried out in a commit of its own under one correlation. */
public record PlanId(String value) implements Id {

    public PlanId {
        Id.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
