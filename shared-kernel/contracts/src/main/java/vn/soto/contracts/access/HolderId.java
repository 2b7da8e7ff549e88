package vn.soto.contracts.access;

import vn.soto.contracts.shared.Id;

/** A person who holds an office and is a member of no team: an official, or somebody of a supporting organisation. */
public record HolderId(String value) implements Id {

    public HolderId {
        Id.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
