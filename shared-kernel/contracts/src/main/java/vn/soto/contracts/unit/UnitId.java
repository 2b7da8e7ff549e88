package vn.soto.contracts.unit;

import vn.soto.contracts.shared.Id;

/**
 * The product's own immutable id of a unit; official codes are dated attributes that get reused, so they do not
 * identify units.
 */
public record UnitId(String value) implements Id {

    public UnitId {
        Id.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
