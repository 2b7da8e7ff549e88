package vn.soto.contracts.organisation;

import vn.soto.contracts.shared.Id;

/** An organisation that supports teams. */
public record OrganisationId(String value) implements Id {

    public OrganisationId {
        Id.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
