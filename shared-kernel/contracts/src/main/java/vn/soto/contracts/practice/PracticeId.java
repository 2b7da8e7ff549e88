package vn.soto.contracts.practice;

import vn.soto.contracts.shared.Id;

public record PracticeId(String value) implements Id {

    public PracticeId {
        Id.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
