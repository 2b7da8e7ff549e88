package vn.soto.contracts.person;

import vn.soto.contracts.shared.Id;

/** A person's request about their own data. */
public record DataRequestId(String value) implements Id {

    public DataRequestId {
        Id.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
