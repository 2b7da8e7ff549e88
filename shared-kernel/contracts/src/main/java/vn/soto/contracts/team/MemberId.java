package vn.soto.contracts.team;

import vn.soto.contracts.shared.Id;

/** A person who is a member of teams; a person in two teams has one id. Never a citizen number. */
public record MemberId(String value) implements Id {

    public MemberId {
        Id.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
