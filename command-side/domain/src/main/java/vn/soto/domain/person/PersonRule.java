package vn.soto.domain.person;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of personal data. Their arguments never contain the text itself. */
public enum PersonRule implements Rule {
    /** Arguments: field, largest length allowed. */
    PERSONAL_TEXT_IS_NEITHER_EMPTY_NOR_TOO_LONG,
    /** Arguments: field. */
    PERSONAL_TEXT_HOLDS_NO_PERSONAL_NUMBER,
    /** Arguments: field. */
    PHONE_IS_A_VIETNAMESE_NUMBER,
    @AboutField({"headName", "members"})
    PERSONAL_DATA_START_WITH_A_NAME,
    PERSONAL_DATA_IS_ABOUT_SOMEBODY,
    SUBJECT_IS_NOT_ERASED,
    /** Arguments: id of the household with whose data the request's data are erased. */
    ERASED_REQUEST_NAMES_NO_HOUSEHOLD,
    /** Arguments: first day of the restriction. */
    PROCESSING_IS_NOT_RESTRICTED,
    PROCESSING_IS_RESTRICTED,
    /** Arguments: day in the command, today. */
    @AboutField("since")
    RESTRICTION_IS_NOT_IN_THE_FUTURE,
    /** Arguments: earliest possible day. */
    RESTRICTIONS_ARE_IN_ORDER,
    @AboutField("dataRequest")
    RESTRICTION_FOLLOWS_A_REQUEST_OF_THE_SAME_PERSON,
    PERIOD_OF_KEEPING_IS_DECIDED,
    PERIOD_OF_KEEPING_HAS_BEGUN,
    /** Arguments: last day of the period. */
    PERIOD_OF_KEEPING_IS_OVER
}
