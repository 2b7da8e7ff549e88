package vn.soto.domain.practice;

import vn.soto.domain.shared.Rule;

/** Rules of good models. */
public enum PracticeRule implements Rule {
    /** Arguments: largest number of characters. */
    PRACTICE_TEXT_IS_NEITHER_EMPTY_NOR_TOO_LONG,
    PRACTICE_TEXT_HOLDS_NO_PERSONAL_NUMBER,
    PRACTICE_IS_OF_A_TEAM_THAT_IS_THERE,
    PRACTICE_IS_OF_THIS_TEAM,
    PRACTICE_IS_NOT_WITHDRAWN,
    PRACTICE_REVISION_CHANGES_SOMETHING,
    /** Arguments: largest number of teams. */
    RECOMMENDATION_NAMES_A_UNIT_OR_SOME_TEAMS,
    RECOMMENDATION_IS_TO_OTHERS,
    PRACTICE_IS_TAKEN_UP_BY_ANOTHER_TEAM,
    /** Arguments: the day. */
    FOLLOWER_IS_THERE_ON_THE_DAY,
    /** Arguments: today. */
    PRACTICE_IS_TAKEN_UP_BY_TODAY,
    /** Arguments: since when the team works by it. */
    PRACTICE_IS_TAKEN_UP_ONCE,
    PRACTICE_TO_STOP_IS_TAKEN_UP,
    /** Arguments: since when the team works by it, and today. */
    PRACTICE_IS_STOPPED_AFTER_IT_IS_TAKEN_UP
}
