package vn.soto.contracts.audit;

import vn.soto.contracts.shared.StateRefusals;

/**
 * The state of a call-back sample, as far as it decides which commands are possible.
 *
 * @param answerable whether a record of it counts, so that somebody can be called about it
 */
public record SampleStage(boolean answerable) {

    public StateRefusals refusals() {
        return new StateRefusals().unless(answerable, "ASSISTANCE_IS_NOT_VOIDED", "record-call-back");
    }
}
