package vn.soto.domain.goal;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of campaigns. */
public enum CampaignRule implements Rule {
    @AboutField("lastDay")
    CAMPAIGN_ENDS_ON_OR_AFTER_ITS_FIRST_DAY,
    /** Arguments: most days of a campaign. */
    @AboutField("lastDay")
    CAMPAIGN_LASTS_NO_LONGER_THAN_A_YEAR,
    /** Arguments: first day of the campaign. */
    CAMPAIGN_IS_IN_A_UNIT_THAT_IS_THERE,
    /** Arguments: most goals. */
    @AboutField("goals")
    CAMPAIGN_HAS_SOME_BUT_NOT_TOO_MANY_GOALS,
    /** Arguments: code of the indicator. */
    @AboutField("goals")
    CAMPAIGN_HAS_ONE_GOAL_FOR_AN_INDICATOR,
    /** Arguments: code of the indicator. */
    CAMPAIGN_COUNTS_HELP,
    CAMPAIGN_IS_NOT_CANCELLED,
    CAMPAIGN_REVISION_CHANGES_SOMETHING
}
