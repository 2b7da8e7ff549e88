package vn.soto.contracts.recognition;

import vn.soto.contracts.shared.Id;

/** A round in which outstanding members or teams are recognised. */
public record RoundId(String value) implements Id {

    public RoundId {
        Id.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
