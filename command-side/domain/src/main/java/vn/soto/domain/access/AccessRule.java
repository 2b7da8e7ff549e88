package vn.soto.domain.access;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of accounts, their roles and the persons they belong to. */
public enum AccessRule implements Rule {
    FIRST_ADMINISTRATOR_IS_RECORDED,
    /** Refuses the roles that follow membership. */
    @AboutField("role")
    ROLE_IS_ONE_THAT_IS_GRANTED,
    ACCESS_IS_GIVEN_BY_SOMEBODY_ELSE,
    OWN_ACCESS_IS_CORRECTED_BY_SOMEBODY_ELSE,
    @AboutField("area")
    AREA_IS_ONE_UNIT_OR_ONE_ORGANISATION,
    OFFICER_OF_AN_ORGANISATION_HAS_AN_ORGANISATION,
    ONLY_AN_OFFICER_OF_AN_ORGANISATION_HAS_ONE,
    OPERATOR_HAS_NO_AREA,
    /** Arguments: first day on which the unit must be in force. */
    @AboutField("area.unit")
    UNIT_OF_A_GRANT_IS_IN_FORCE,
    /** Arguments: first day. */
    @AboutField("lastDay")
    GRANT_ENDS_ON_OR_AFTER_ITS_FIRST_DAY,
    @AboutField("grant")
    GRANT_HAS_AN_ID_OF_ITS_OWN,
    /** Arguments: first day of the other grant. */
    ROLE_IS_GRANTED_ONCE_ON_AN_AREA,
    @AboutField("grant")
    GRANT_IS_ONE_OF_THE_ACCOUNT,
    /** Arguments: last day so far. */
    @AboutField("lastDay")
    END_SHORTENS_THE_GRANT,
    GRANT_CORRECTION_CHANGES_SOMETHING,
    AN_ADMINISTRATOR_OF_ALL_REMAINS,
    RESET_TAKES_TWO_PERSONS,
    /** Nothing that was entered on a lost device is taken from it. */
    DEVICE_IS_NOT_LOCKED,
    LEDGER_SAYS_WHO_MAY_APPROVE,
    /** An open session is not the person. Arguments: minutes. */
    WHOEVER_APPROVES_HAS_JUST_SHOWN_WHO_IT_IS,
    ACCOUNT_BELONGS_TO_A_MEMBER_OR_AN_OFFICE_HOLDER,
    ACCOUNT_BELONGS_TO_ONE_PERSON_AT_A_TIME,
    /** Arguments: last day of the earlier link. */
    LINK_BEGINS_AFTER_THE_LAST_ENDED,
    ACCOUNT_BELONGS_TO_SOMEBODY,
    LINK_IS_CONFIRMED_ONCE_IN_AN_AREA,
    /** Arguments: first day. */
    @AboutField("lastDay")
    LINK_ENDS_ON_OR_AFTER_ITS_FIRST_DAY
}
