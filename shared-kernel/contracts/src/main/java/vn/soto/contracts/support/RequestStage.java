package vn.soto.contracts.support;

import vn.soto.contracts.shared.StateRefusals;

/** The progress of a support request, which decides which commands are possible. */
public record RequestStage(boolean closed, boolean taken) {

    public boolean isOpen() {
        return !closed;
    }

    /** Nobody has taken it. */
    public boolean isFree() {
        return !taken;
    }

    /** @param household whether it names one, with whose data its own are erased */
    public StateRefusals refusals(boolean household) {
        return new StateRefusals()
                .unless(
                        isOpen(),
                        "REQUEST_IS_NOT_CLOSED",
                        "take-support-request",
                        "release-support-request",
                        "resolve-support-request",
                        "decline-support-request")
                .unless(isFree(), "REQUEST_IS_TAKEN_ONCE", "take-support-request")
                .unless(taken, "REQUEST_IS_TAKEN", "release-support-request", "resolve-support-request")
                .unless(closed, "REQUEST_IS_CLOSED", "reopen-support-request")
                .unless(!household, "ERASED_REQUEST_NAMES_NO_HOUSEHOLD", "erase-request-data");
    }
}
