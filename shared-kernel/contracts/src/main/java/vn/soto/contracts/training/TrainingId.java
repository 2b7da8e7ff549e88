package vn.soto.contracts.training;

import vn.soto.contracts.shared.Id;

/** A training session for members of teams. */
public record TrainingId(String value) implements Id {

    public TrainingId {
        Id.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
