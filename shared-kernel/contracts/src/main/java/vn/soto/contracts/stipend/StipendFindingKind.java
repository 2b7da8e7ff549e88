package vn.soto.contracts.stipend;

/** The kind of a finding of a stipend statement. */
public enum StipendFindingKind {
    /** No member of the team has a month that counts. */
    TEAM_WITHOUT_MEMBERS,
    /** The team has no record of help and held no session in the period. */
    TEAM_WITHOUT_WORK,
    /** The member can act in another team too, here or elsewhere. */
    MEMBER_IN_TWO_TEAMS,
    /** The month counts in the other team and not here. */
    MONTH_COUNTED_IN_ANOTHER_TEAM,
    /** The mobilisation counts in the other team and not here. */
    MOBILISATION_COUNTED_IN_ANOTHER_TEAM,
    /** Another statement pays the month or day, which does not count here. */
    COUNTED_IN_ANOTHER_STATEMENT,
    /** The person cannot act for the team on the day of mobilisation, which does not count. */
    MOBILISED_WITHOUT_MEMBERSHIP,
    /** The decision was signed after the day of mobilisation, which counts. */
    MOBILISED_BEFORE_DECISION,
    /** The day is in the list of a campaign and a day of mobilisation too, or in two lists. It counts once, in that of the campaign first. */
    DAY_IN_A_CAMPAIGN_TOO,
    /** Lump sum and days of the month are more than the member may get; the ceiling is paid. */
    CEILING_REACHED,
    /** The ceiling of the year is reached with other statements of the year; the rest of it is paid. */
    CEILING_OF_THE_YEAR_REACHED,
    /** Mobilisation days are more than the lump sum out of which they are paid. */
    LUMP_SUM_EXCEEDED
}
