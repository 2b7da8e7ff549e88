package vn.soto.contracts.team;

import vn.soto.contracts.shared.Id;

/** A team. */
public record TeamId(String value) implements Id {

    public TeamId {
        Id.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
