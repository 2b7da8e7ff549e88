package vn.soto.contracts.access;

import vn.soto.contracts.shared.Id;

/** One grant of a role to an account. */
public record GrantId(String value) implements Id {

    public GrantId {
        Id.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
