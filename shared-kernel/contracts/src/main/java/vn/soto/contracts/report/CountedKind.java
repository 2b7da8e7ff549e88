package vn.soto.contracts.report;

/** The kind of a packed event. The order is part of what is packed: a new kind goes to the end. */
enum CountedKind {
    FORMED,
    ENROLLED,
    ENDED,
    MEMBERSHIP_CORRECTED,
    /** The team became responsible for a household. */
    HOUSEHOLD_GAINED,
    /** Another team, or nobody, is responsible for a household. */
    HOUSEHOLD_LOST,
    MERGED,
    SEPARATED,
    HELP_RECORDED,
    HELP_CORRECTED,
    HELP_VOIDED,
    HELP_FLAGGED_LATE,
    HELP_VERIFIED,
    TRAINED,
    SESSION_TOLD,
    SESSION_VOIDED,
    GROUP_COUNTED,
    GROUP_CLOSED,
    REQUEST_TAKEN,
    REQUEST_RELEASED,
    REQUEST_RESOLVED,
    REQUEST_REOPENED,
    /** The team became responsible for a household, by a named member; parts packed before have HOUSEHOLD_GAINED. */
    HOUSEHOLD_TAKEN,
    SUSPENDED,
    RESUMED,
    /** An older form without the member whose responsibility changes; packed before ASSIGNMENT_REDATED. */
    ASSIGNMENT_CORRECTED,
    /** A correction of help that also moves it to another beneficiary. */
    HELP_MOVED,
    DISSOLVED,
    HELP_FOLLOWED_UP,
    /** Members of the team helped along in a record of another team. */
    JOINT_HELP,
    /** A record of another team, in which members of the team have no part any more. */
    JOINT_HELP_GONE,
    HOUSEHOLD_TOTAL_STATED,
    SUSPENSION_CORRECTED,
    DISSOLUTION_CORRECTED,
    ASSIGNMENT_REDATED,
    RELOCATION_WITHDRAWN,
    /** Results of a record of help. */
    HELP_RESULTS;

    private static final CountedKind[] ALL = values();

    static CountedKind of(byte packed) {
        return ALL[packed];
    }

    /** Whether it is about a record of help, whose id comes first. */
    boolean help() {
        return (compareTo(HELP_RECORDED) >= 0 && compareTo(HELP_VERIFIED) <= 0)
                || this == HELP_MOVED
                || this == HELP_FOLLOWED_UP
                || this == HELP_RESULTS
                || this == JOINT_HELP
                || this == JOINT_HELP_GONE;
    }

    /** Whether it says what a record of the team's own says from then on, or that it counts for nothing. */
    boolean ofOwnHelp() {
        return this == HELP_VOIDED || (helpStated() && this != JOINT_HELP);
    }

    /** Whether it says on which day help was given, after the id. */
    boolean helpStated() {
        return this == HELP_RECORDED || this == HELP_CORRECTED || this == HELP_MOVED || this == JOINT_HELP;
    }
}
