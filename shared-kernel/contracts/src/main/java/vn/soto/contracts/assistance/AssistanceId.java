package vn.soto.contracts.assistance;

import vn.soto.contracts.shared.Id;

/** One record of help given. */
public record AssistanceId(String value) implements Id {

    public AssistanceId {
        Id.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
