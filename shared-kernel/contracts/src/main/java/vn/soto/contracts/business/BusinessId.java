package vn.soto.contracts.business;

import vn.soto.contracts.shared.Id;

/** A household business, cooperative or enterprise. */
public record BusinessId(String value) implements Id {

    public BusinessId {
        Id.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
