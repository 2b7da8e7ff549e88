package vn.soto.domain.outreach;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of community groups. */
public enum CommunityGroupRule implements Rule {
    /** Arguments: largest number allowed. */
    @AboutField("households")
    GROUP_SIZE_IS_A_NUMBER_OF_HOUSEHOLDS,
    /** Arguments: day in the command, today. */
    @AboutField("countedOn")
    GROUP_IS_NOT_COUNTED_IN_THE_FUTURE,
    /** Arguments: first day of the team. */
    @AboutField("countedOn")
    GROUP_IS_COUNTED_WITH_OR_AFTER_ITS_TEAM,
    GROUP_IS_NOT_CLOSED,
    GROUP_IS_CLOSED,
    GROUP_CLOSING_CORRECTION_CHANGES_SOMETHING,
    /** Arguments: day of the latest count. */
    @AboutField("lastDay")
    GROUP_CLOSES_ON_OR_AFTER_ITS_LATEST_COUNT
}
