package vn.soto.domain.report;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of samples of reports. */
public enum ReportSampleRule implements Rule {
    /** Arguments: most reports. */
    @AboutField("reports")
    SAMPLE_IS_OF_SOME_BUT_NOT_TOO_MANY_REPORTS,
    /** Arguments: id of the team or unit. */
    @AboutField("reports")
    SAMPLED_REPORT_IS_NAMED_ONCE,
    /** Arguments: id of the team or unit. */
    @AboutField("reports")
    SAMPLED_REPORT_GOES_TO_THE_UNIT,
    /** Arguments: id of the team or unit. */
    OPENED_REPORT_IS_IN_THE_SAMPLE,
    /** Arguments: ids of the teams or units whose reports are to be opened. */
    ACCEPTOR_HAS_OPENED_THE_SAMPLE,
    /** Arguments: most acceptances of a batch. */
    REPORTS_ACCEPTED_TOGETHER_REST_ON_A_SAMPLE
}
