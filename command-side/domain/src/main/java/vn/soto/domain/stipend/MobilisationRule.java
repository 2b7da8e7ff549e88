package vn.soto.domain.stipend;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of mobilisation days. */
public enum MobilisationRule implements Rule {
    /** Arguments: the day. */
    MOBILISED_PERSON_CAN_ACT_FOR_THE_TEAM,
    /** Arguments: the day. */
    @AboutField("campaign")
    MOBILISED_CAMPAIGN_RUNS_ON_THE_DAY,
    /** Arguments: today. */
    MOBILISATION_IS_NOT_IN_THE_FUTURE,
    /** Arguments: the day. */
    MOBILISATION_IS_RECORDED_ONCE,
    /** Arguments: the day. */
    MOBILISATION_TO_CORRECT_IS_RECORDED,
    MOBILISATION_CORRECTION_CHANGES_SOMETHING
}
