package vn.soto.contracts.training;

import vn.soto.contracts.shared.Id;

/** A session in which members of teams are trained. */
public record TrainingId(String value) implements Id {

    public TrainingId {
        Id.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
