package vn.soto.domain.recognition;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of rounds of recognition. */
public enum RecognitionRule implements Rule {
    /** Arguments: day. */
    ROUND_IS_IN_A_UNIT_IN_FORCE,
    /** Arguments: most quarters. */
    ROUND_HAS_SOME_BUT_NOT_TOO_MANY_QUARTERS,
    /** Arguments: version. */
    SCORING_RULE_IS_PUBLISHED,
    /** Arguments: most honours. */
    QUOTA_IS_PLAUSIBLE,
    /** Arguments: most days. */
    OBJECTION_DAYS_ARE_PLAUSIBLE,
    ROUND_IS_NOT_CANCELLED,
    ROUND_IS_NOT_DECIDED,
    CANDIDATE_IS_OF_THE_KIND_OF_THE_ROUND,
    CANDIDATE_IS_OF_THE_AREA,
    CANDIDATE_IS_NOMINATED_ONCE,
    /** Arguments: id of the candidate. */
    CANDIDATE_IS_NOMINATED,
    /** Arguments: last day of the period. */
    PERIOD_OF_THE_ROUND_HAS_ENDED,
    /** Arguments: most teams. */
    ROUND_COVERS_SOME_BUT_NOT_TOO_MANY_TEAMS,
    /** Arguments: most candidates. */
    ROUND_HAS_NOT_TOO_MANY_CANDIDATES,
    ROUND_IS_SCORED,
    /** Arguments: id of the candidate. */
    CANDIDATE_IS_SCORED,
    /** Arguments: figure. */
    FIGURE_IS_OF_THE_RULE,
    /** Arguments: most objections. */
    ROUND_HAS_NOT_TOO_MANY_OBJECTIONS,
    /** Arguments: number of the objection. */
    OBJECTION_IS_OPEN,
    WHO_ANSWERS_IS_NOT_WHO_OBJECTED,
    /** Arguments: first day on which it can be decided. */
    DECISION_WAITS_FOR_OBJECTIONS,
    /** Arguments: number of open objections. */
    OBJECTIONS_ARE_ANSWERED,
    SCORES_FOLLOW_UPHELD_OBJECTIONS,
    /** Arguments: hash of the latest scores. */
    DECISION_NAMES_THE_LATEST_SCORES,
    /** Arguments: quota. */
    DECISION_KEEPS_TO_THE_QUOTA,
    /** Arguments: number of candidates whose rank or gates are others now. */
    @AboutField("reason")
    DECISION_BY_SCORES_THAT_CHANGED_HAS_A_REASON,
    /** Arguments: number of the last commit. */
    @AboutField("comparedAt")
    REASON_IS_ABOUT_THE_SCORES_OF_TODAY,
    /** Arguments: id of the candidate. */
    CANDIDATE_HAS_ONE_PLACE,
    /** Arguments: id of the candidate. */
    PLACED_CANDIDATE_IS_ELIGIBLE,
    /** Arguments: id of the candidate. */
    PLACE_OUT_OF_ORDER_HAS_A_REASON,
    ROUND_IS_DECIDED,
    /** Arguments: id of the candidate. */
    CANDIDATE_IS_HONOURED,
    TEAM_NEEDS_NO_CONSENT,
    CONSENT_TO_PUBLICATION_NAMES_A_VERSION_OF_ITS_TEXT,
    /** Arguments: day, today. */
    CONSENT_TO_PUBLICATION_IS_NOT_IN_THE_FUTURE,
    /** Arguments: day. */
    WITNESS_IS_ANOTHER_MEMBER,
    CONSENT_TO_PUBLICATION_IS_RECORDED_ONCE,
    CONSENT_TO_PUBLICATION_IS_IN_FORCE,
    PUBLICATION_NAMES_SOMEBODY,
    /** Arguments: id of the candidate. */
    HONOUR_IS_PUBLISHED_ONCE,
    /** Arguments: id of the candidate. */
    HONOURED_PERSON_CONSENTS,
    /** Arguments: number of candidates whose rank or gates are others now. */
    @AboutField("reason")
    PUBLICATION_BY_SCORES_THAT_CHANGED_HAS_A_REASON,
    REVOCATION_NAMES_A_FIGURE,
    /** Arguments: figure. */
    REVOKED_FIGURE_PROVED_FALSE
}
