package vn.soto.domain.stipend;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of what the province pays. */
public enum StipendPolicyRule implements Rule {
    /** Arguments: highest rate allowed. */
    STIPEND_RATES_ARE_PLAUSIBLE,
    STIPEND_MONTH_COUNTS_FROM_1_TO_28_DAYS,
    /** Arguments: smallest and largest factor allowed, in hundredths. */
    @AboutField("terms.multipliers")
    STIPEND_MULTIPLIER_IS_PLAUSIBLE,
    @AboutField({"terms.campaigns", "terms.multipliers"})
    STIPEND_CAMPAIGN_AND_UNIT_ARE_NAMED_ONCE,
    STIPEND_POLICY_STARTS_WITH_A_MONTH,
    /** Arguments: number of the version. */
    @AboutField("version")
    STIPEND_POLICY_TO_WITHDRAW_IS_ADOPTED
}
