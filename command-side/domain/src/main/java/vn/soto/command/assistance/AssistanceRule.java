package vn.soto.command.assistance;

import vn.soto.command.shared.Rule;

/** Rules of records of help. */
public enum AssistanceRule implements Rule {
    /** Arguments: most allowed. */
    ASSISTANCE_HAS_SOME_BUT_NOT_TOO_MANY_HELPERS,
    ASSISTANCE_IS_NOT_IN_THE_FUTURE,
    /** Arguments: day of the help. */
    HELPERS_WERE_MEMBERS_ON_THAT_DAY,
    HELPING_TEAM_COVERS_HOUSEHOLD,
    ASSISTANCE_IS_NOT_VOIDED,
    CORRECTION_CHANGES_SOMETHING
}
