package vn.soto.contracts.person;

import vn.soto.contracts.shared.StateRefusals;

/** The progress of a data request, which decides which commands are possible. */
public record DataRequestStage(boolean answered, boolean extended, boolean closed) {

    public boolean isOpen() {
        return !closed;
    }

    public StateRefusals refusals() {
        return new StateRefusals()
                .unless(
                        isOpen(),
                        "DATA_REQUEST_IS_OPEN",
                        "answer-data-request",
                        "extend-data-request",
                        "carry-out-data-request",
                        "refuse-data-request")
                .unless(!answered, "DATA_REQUEST_IS_ANSWERED_ONCE", "answer-data-request")
                .unless(!extended, "DATA_REQUEST_IS_EXTENDED_ONCE", "extend-data-request");
    }
}
