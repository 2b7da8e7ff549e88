package vn.soto.contracts.outreach;

import vn.soto.contracts.shared.Id;

/** A session of outreach. */
public record OutreachId(String value) implements Id {

    public OutreachId {
        Id.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
