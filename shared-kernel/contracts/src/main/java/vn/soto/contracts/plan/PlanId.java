package vn.soto.contracts.plan;

import vn.soto.contracts.shared.Id;

/** Work of many commands, carried out one by one under one correlation. */
public record PlanId(String value) implements Id {

    public PlanId {
        Id.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
