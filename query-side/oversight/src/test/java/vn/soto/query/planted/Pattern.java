package vn.soto.query.planted;

/** Ways of making records look better than the work. */
public enum Pattern {
    /** The same visit is entered again on the next days. */
    DOUBLE_ENTRY,
    /** A list of households is entered as if all were visited in a quarter of an hour. */
    RUSH,
    /** Records are made up late at night. */
    NIGHT,
    /** Missing records are made up in the last days. */
    QUARTER_END,
    /** Help of weeks ago is made up. */
    BACKDATING,
    /** Every visit is said to have been at the same time of day. */
    FIXED_TIME,
    /** The helper does it for them and lets them look on. */
    DOING_IT_FOR_THEM,
    /** Everybody is said to have done it alone. */
    ALL_ALONE,
    /** One note is pasted into every record. */
    PASTED_NOTE,
    /** One person enters the records of the whole team. */
    ONE_PHONE,
    /** Numbers of participants are made up and said to be counted. */
    MADE_UP_HEADCOUNT,
    /** Records are taken back at once, to see the change. */
    UNDOING,
    /** Visits of a day that nobody made are typed in one after the other in the evening. */
    TYPED_LIST;

    /** Whether it is a pattern of a team, and not of one member. */
    public boolean ofTeam() {
        return this == ONE_PHONE || this == MADE_UP_HEADCOUNT;
    }
}
