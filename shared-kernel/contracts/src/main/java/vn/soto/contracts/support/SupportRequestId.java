package vn.soto.contracts.support;

import vn.soto.contracts.shared.Id;

/** A citizen's support request. */
public record SupportRequestId(String value) implements Id {

    public SupportRequestId {
        Id.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
