package vn.soto.query.detection;

/** Patterns for which there is a detector, each with the present version of it: a changed rule or threshold is a new version. */
enum DetectorCode {
    REPEATED_HELP(1),
    BURST_OF_HELP(1),
    HELP_AT_ODD_HOURS(1),
    LAST_WEEK_BULGE(1),
    HELP_RECORDED_AFTERWARDS(1),
    SAME_CLOCK_TIME(1),
    MOSTLY_ON_BEHALF(1),
    ONLY_SELF_PERFORMED(1),
    NOTES_OF_ONE_LENGTH(2),
    SHARED_DEVICE(2),
    ROUND_ATTENDANCE(1),
    HELP_UNDONE_AT_ONCE(1),
    ENTRIES_IN_A_ROW(1);

    private final int version;

    DetectorCode(int version) {
        this.version = version;
    }

    int version() {
        return version;
    }
}
