package vn.soto.contracts.audit;

import vn.soto.contracts.shared.Id;

public record CallBackSampleId(String value) implements Id {

    public CallBackSampleId {
        Id.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
