package vn.soto.domain.audit;

import vn.soto.domain.shared.Rule;

/** Rules of samples of records to call back about. */
public enum CallBackSampleRule implements Rule {
    /** Arguments: fewest places, most places. */
    CALL_BACK_SAMPLE_HAS_A_USUAL_SIZE,
    /** Arguments: most records. */
    CALL_BACK_SAMPLE_IS_OF_SOME_BUT_NOT_TOO_MANY_RECORDS,
    /** Arguments: most records. */
    NAMED_RECORDS_ARE_NOT_TOO_MANY,
    /** Arguments: id of the record. */
    NAMED_RECORD_COUNTS_IN_THE_QUARTER,
    DETECTOR_IS_NAMED_WITH_VERSION_AND_RECORDS,
    /** Arguments: id of the record. */
    CALLED_BACK_RECORD_IS_IN_THE_SAMPLE,
    ACCOUNT_THAT_RECORDS_A_CALL_BACK_IS_NO_HELPERS
}
