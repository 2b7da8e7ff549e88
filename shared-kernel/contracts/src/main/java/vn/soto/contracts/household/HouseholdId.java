package vn.soto.contracts.household;

import vn.soto.contracts.shared.Id;

/** A household. */
public record HouseholdId(String value) implements Id {

    public HouseholdId {
        Id.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
