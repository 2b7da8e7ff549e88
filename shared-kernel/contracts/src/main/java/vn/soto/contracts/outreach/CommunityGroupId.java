package vn.soto.contracts.outreach;

import vn.soto.contracts.shared.Id;

/** A community group in which a team reaches households, such as a Zalo group. Never a link or a phone number. */
public record CommunityGroupId(String value) implements Id {

    public CommunityGroupId {
        Id.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
