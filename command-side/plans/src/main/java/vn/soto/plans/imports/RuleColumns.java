package vn.soto.plans.imports;

import java.util.Map;
import java.util.Optional;

/** The column that a rule's refusal refers to. */
final class RuleColumns {

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("NAME_IS_NEITHER_EMPTY_NOR_TOO_LONG", "name"),
            Map.entry("NAME_HOLDS_NO_PERSONAL_NUMBER", "name"),
            Map.entry("UNIT_NAME_IS_FREE_WITHIN_PARENT", "name"),
            Map.entry("OFFICIAL_CODE_HAS_THE_DIGITS_OF_ITS_TIER", "official_code"),
            Map.entry("RESIDENTIAL_UNIT_HAS_NO_OFFICIAL_CODE", "official_code"),
            Map.entry("LOWER_UNIT_HAS_A_PARENT", "parent"),
            Map.entry("TOP_LEVEL_UNIT_HAS_NO_PARENT", "parent"),
            Map.entry("UNIT_LIES_IN_THE_TIER_ABOVE", "parent"),
            Map.entry("UNIT_ABOVE_IS_IN_FORCE", "parent"),
            Map.entry("UNIT_STAYS_IN_ITS_TIER", "kind"),
            Map.entry("UNIT_HAS_NOT_ENDED", "unit"),
            Map.entry("UNIT_IS_NOT_WITHDRAWN", "unit"),
            Map.entry("SUCCESSOR_IS_OF_THE_SAME_TIER", "successor"),
            Map.entry("SUCCESSOR_IS_IN_FORCE", "successor"),
            Map.entry("DOCUMENT_NUMBER_HOLDS_NO_PERSONAL_NUMBER", "instrument"),
            Map.entry("DOCUMENT_IS_NOT_SIGNED_IN_THE_FUTURE", "signed_on"),
            Map.entry("DATE_IS_WITHIN_THE_CALENDAR", "effective_from"),
            Map.entry("TEAM_HAS_ENOUGH_MEMBERS", "members"),
            Map.entry("FOUNDING_MEMBERS_ARE_DISTINCT", "members"),
            Map.entry("LEADER_IS_FOUNDING_MEMBER", "leader"),
            Map.entry("COVERED_UNITS_ARE_RESIDENTIAL", "coverage"),
            Map.entry("MEMBER_IS_NOT_ENROLLED_TWICE", "member"),
            Map.entry("MEMBERSHIP_STARTS_WITH_OR_AFTER_TEAM", "effective_from"),
            Map.entry("MEMBERSHIPS_DO_NOT_OVERLAP", "effective_from"),
            Map.entry("TEAM_IS_NOT_DISSOLVED", "team"),
            Map.entry("HOUSEHOLD_LIVES_IN_A_RESIDENTIAL_UNIT", "unit"),
            Map.entry("HOUSEHOLD_REFERENCE_IS_A_SHORT_CODE", "reference"),
            Map.entry("HOUSEHOLD_REFERENCE_HOLDS_NO_PERSONAL_NUMBER", "reference"),
            Map.entry("HOUSEHOLD_HAS_NO_RESPONSIBLE_MEMBER_YET", "member"),
            Map.entry("ASSIGNMENTS_ARE_IN_ORDER", "effective_from"),
            Map.entry("RESIDENCE_BEGINS_BEFORE_WHAT_FOLLOWS", "lives_since"),
            Map.entry("RESPONSIBLE_MEMBER_BELONGS_TO_TEAM", "member"),
            Map.entry("RESPONSIBLE_TEAM_COVERS_HOUSEHOLD", "team"),
            Map.entry("ASSISTANCE_IS_NOT_IN_THE_FUTURE", "date"),
            Map.entry("HELPERS_WERE_MEMBERS_ON_THAT_DAY", "member"),
            Map.entry("HELPING_TEAM_COVERS_HOUSEHOLD", "household"),
            Map.entry("SERVICES_ARE_IN_THE_CATALOGUE_OF_THAT_DAY", "services"),
            Map.entry("PROCEDURE_IS_NAMED_WHERE_A_SERVICE_NEEDS_ONE", "procedure"),
            Map.entry("PROCEDURE_CODE_HAS_THE_NATIONAL_FORM", "procedure"),
            Map.entry("OUTCOME_IS_STATED", "outcome"),
            Map.entry("FOLLOW_UP_IS_PLANNED_WHERE_IT_IS_NEEDED", "follow_up"),
            Map.entry("FOLLOW_UP_IS_PLANNED_FOR_A_LATER_DAY", "follow_up"),
            Map.entry("LATE_RECORD_SAYS_WHY", "reason"),
            Map.entry("OUTREACH_TEAM_COVERS_UNIT", "unit"),
            Map.entry("OUTREACH_IS_NOT_HELD_IN_THE_FUTURE", "date"),
            Map.entry("ATTENDANCE_IS_A_NUMBER_OF_PEOPLE", "attendance"),
            Map.entry("OUTREACH_HAS_SOME_BUT_NOT_TOO_MANY_HOLDERS", "holders"),
            Map.entry("HOLDERS_WERE_MEMBERS_ON_THAT_DAY", "holders"),
            Map.entry("TRAINING_TAKES_SOME_HOURS", "hours"),
            Map.entry("SUPPORTING_ORGANISER_IS_NAMED", "organiser"),
            Map.entry("TRAINING_IS_NOT_HELD_IN_THE_FUTURE", "date"),
            Map.entry("TRAINING_HAS_SOME_BUT_NOT_TOO_MANY_ATTENDEES", "attendees"),
            Map.entry("ATTENDEES_WERE_MEMBERS_ON_THAT_DAY", "attendees"),
            Map.entry("BUSINESS_REFERENCE_IS_A_SHORT_CODE", "reference"),
            Map.entry("BUSINESS_REFERENCE_HOLDS_NO_PERSONAL_NUMBER", "reference"),
            Map.entry("BUSINESS_WORKS_IN_A_RESIDENTIAL_UNIT", "unit"));

    /** The column that identifies what a row is about. */
    static final Map<ImportKind, String> KEYS = Map.of(
            ImportKind.UNITS, "name",
            ImportKind.TEAMS, "name",
            ImportKind.MEMBERS, "member",
            ImportKind.HOUSEHOLDS, "reference",
            ImportKind.ASSISTANCES, "household",
            ImportKind.OUTREACH, "date",
            ImportKind.TRAININGS, "date",
            ImportKind.BUSINESSES, "reference",
            ImportKind.REORGANISATIONS, "unit");

    private RuleColumns() {}

    static Optional<String> of(String rule) {
        return Optional.ofNullable(COLUMNS.get(rule));
    }
}
