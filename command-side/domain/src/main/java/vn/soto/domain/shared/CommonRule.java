package vn.soto.domain.shared;

/** Rules of names, reasons, days and documents in all commands. */
public enum CommonRule implements Rule {
    /** Arguments: largest length allowed. */
    @AboutField("name")
    NAME_IS_NEITHER_EMPTY_NOR_TOO_LONG,
    @AboutField("name")
    NAME_HOLDS_NO_PERSONAL_NUMBER,
    /** Arguments: smallest and largest length allowed. */
    @AboutField("reason")
    REASON_IS_NEITHER_TOO_SHORT_NOR_TOO_LONG,
    @AboutField("reason")
    REASON_HOLDS_NO_PERSONAL_NUMBER,
    /** Refuses control characters and halves of a surrogate pair. */
    TEXT_HOLDS_NO_CONTROL_OR_BROKEN_CHARACTER,
    ID_HOLDS_NO_PERSONAL_NUMBER,
    /** Arguments: first and last allowed day. */
    DATE_IS_WITHIN_THE_CALENDAR,
    @AboutField({"instrument.number", "foundingDecision.number", "decision.number"})
    DOCUMENT_NUMBER_HOLDS_NO_PERSONAL_NUMBER,
    /** Arguments: day of signature, today. */
    @AboutField({"instrument.signedOn", "foundingDecision.signedOn", "decision.signedOn"})
    DOCUMENT_IS_NOT_SIGNED_IN_THE_FUTURE,
    OWN_RECORD_NAMES_WHO_CORRECTS_IT,
    OWN_RECORD_CAME_FROM_THE_SAME_ACCOUNT,
    OWN_RECORD_IS_CORRECTED_BY_THE_PERSON_OF_THE_ACCOUNT,
    /** Arguments: last day on which the record may be corrected without an officer. */
    OWN_RECORD_IS_CORRECTED_IN_TIME,
    /** Arguments: seconds after recording within which its sender takes a record back as just recorded. */
    JUST_RECORDED_IS_TAKEN_BACK_AT_ONCE_BY_WHO_RECORDED_IT,
    @AboutField("by")
    WHO_CORRECTS_THE_RECORD_IS_NAMED_IN_IT
}
