package vn.soto.domain.assistance;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of records of help. */
public enum AssistanceRule implements Rule {
    ASSISTANCE_IS_FOR_EXACTLY_ONE_BENEFICIARY,
    /** Arguments: largest number allowed. */
    @AboutField("helpers")
    ASSISTANCE_HAS_SOME_BUT_NOT_TOO_MANY_HELPERS,
    @AboutField({"content.occurredAt", "occurredAt"})
    ASSISTANCE_IS_NOT_IN_THE_FUTURE,
    /** Arguments: day of the help. */
    @AboutField("helpers")
    HELPERS_WERE_MEMBERS_ON_THAT_DAY,
    @AboutField("household")
    HELPING_TEAM_COVERS_HOUSEHOLD,
    @AboutField("business")
    HELPING_TEAM_COVERS_BUSINESS,
    /** Arguments: title of the unit, titles of its parts, day of the help. */
    @AboutField({"household", "business"})
    PLACE_IN_A_DIVIDED_UNIT_IS_DECIDED,
    @AboutField("walkIn")
    WALK_IN_IS_COUNTED_WHERE_THE_TEAM_WORKS,
    /** At the public-service centre, where every household and business of the commune is helped. */
    DUTY_IS_FOR_RESIDENTS_OF_THE_COMMUNE,
    @AboutField("walkIn")
    WALK_IN_IS_BOOKED_TO_THE_COMMUNE_OF_THE_CENTRE,
    @AboutField("jointHelpers")
    JOINT_HELPERS_ARE_OF_OTHER_TEAMS,
    /** Arguments: largest number allowed. */
    @AboutField("content.services")
    ASSISTANCE_NAMES_NOT_TOO_MANY_SERVICES,
    /** Arguments: code, day of the help. */
    @AboutField("content.services")
    SERVICES_ARE_IN_THE_CATALOGUE_OF_THAT_DAY,
    @AboutField("content.procedure")
    PROCEDURE_IS_NAMED_WHERE_A_SERVICE_NEEDS_ONE,
    @AboutField("content.procedure")
    PROCEDURE_CODE_HAS_THE_NATIONAL_FORM,
    @AboutField({"content.outcome", "outcome"})
    OUTCOME_IS_STATED,
    @AboutField({"content.followUp", "next"})
    FOLLOW_UP_IS_PLANNED_WHERE_IT_IS_NEEDED,
    /** Arguments: day of the help or of the follow-up. */
    @AboutField({"content.followUp", "next"})
    FOLLOW_UP_IS_PLANNED_FOR_A_LATER_DAY,
    /** Arguments: day of the help, days after it until which no reason is required. */
    @AboutField("reason")
    LATE_RECORD_SAYS_WHY,
    @AboutField("note")
    NOTE_IS_ABOUT_WHOM_WAS_HELPED,
    @AboutField("results")
    RESULT_IS_TOLD_ONCE_FOR_EACH_KIND,
    /** Arguments: largest number allowed. */
    @AboutField("results")
    RESULT_IS_PLAUSIBLE,
    @AboutField("results")
    RESULTS_CHANGE_SOMETHING,
    ASSISTANCE_IS_NOT_VOIDED,
    ASSISTANCE_IS_VOIDED,
    ASSISTANCE_WAITS_FOR_A_CONFIRMATION,
    ASSISTANCE_IS_CONFIRMED_BY_SOMEBODY_ELSE,
    CORRECTION_CHANGES_SOMETHING,
    @AboutField("occurredAt")
    FOLLOW_UP_COMES_AFTER_THE_HELP,
    /** Arguments: day of the follow-up. */
    @AboutField("member")
    FOLLOW_UP_IS_BY_A_MEMBER_ON_THAT_DAY,
    @AboutField("team")
    FOLLOW_UP_IS_BY_A_TEAM_THAT_WORKS_THERE,
    @AboutField("occurredAt")
    VERIFICATION_COMES_AFTER_THE_HELP,
    @AboutField("verifier")
    VERIFIER_IS_NONE_OF_THE_HELPERS
}
