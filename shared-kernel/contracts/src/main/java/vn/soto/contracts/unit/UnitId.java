package vn.soto.contracts.unit;

import vn.soto.contracts.shared.Id;

/** Our own immutable id of a unit; official codes are dated attributes and get reused, so they never identify one. */
public record UnitId(String value) implements Id {

    public UnitId {
        Id.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
