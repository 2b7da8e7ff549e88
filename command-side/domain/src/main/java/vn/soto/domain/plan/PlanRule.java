package vn.soto.domain.plan;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of plans and of commands that need two persons. */
public enum PlanRule implements Rule {
    /** Arguments: name of the command. */
    COMMAND_NEEDS_A_SECOND_PERSON,
    PLAN_HAS_STEPS,
    /** Arguments: number of parts. */
    PLAN_IS_WHOLE,
    PROPOSAL_HAS_ONE_STEP,
    /** Arguments: name of the command. */
    COMMAND_ABOUT_A_PLAN_IS_NO_STEP,
    PLAN_IS_APPROVED_ONCE,
    PLAN_IS_AS_IT_WAS_SHOWN,
    PLAN_IS_APPROVED_BY_SOMEONE_ELSE,
    PASSWORD_OF_THE_PROPOSER_IS_NOT_FROM_THE_APPROVER,
    PASSWORD_OF_THE_APPROVER_IS_NOT_FROM_THE_PROPOSER,
    PROPOSER_AND_APPROVER_ARE_TWO_PERSONS,
    PLAN_WAS_PROPOSED_BY_ANOTHER_PERSON,
    PLAN_HAS_NOT_ENDED,
    PLAN_IS_READY_TO_START,
    PLAN_IS_UNDER_WAY,
    /** Arguments: index of the next step. */
    PROGRESS_FOLLOWS_PROGRESS,
    PLAN_RESTS_AND_CAN_GO_ON,
    PLAN_RESTS_AFTER_IT_HAD_STARTED,
    PLAN_IS_TAKEN_BACK_BY_ITS_SENDER,
    PLAN_IS_REVERSED_ONCE,
    /** Arguments: largest number of open plans. */
    ONLY_SO_MANY_PLANS_ARE_OPEN,
    /** Arguments: largest number of plans of one account that wait. */
    ONLY_SO_MANY_PLANS_WAIT,
    STEP_CAN_BE_READ,
    /** Arguments: number of the row. */
    ROW_IS_RECORDED_WHOLE,
    /** Arguments: kind, id. */
    STEP_IS_ABOUT_SOMETHING_THAT_EXISTS,
    STEP_CREATES_WHAT_DOES_NOT_EXIST_YET,
    STEP_HAS_AN_ID_OF_ITS_OWN,
    STEP_FITS_INTO_A_COMMIT,
    STEP_IS_HANDLED_WITHOUT_A_FAULT,
    /** Arguments: id of the aggregate, number of the commit, id of the event. */
    STEP_READS_NO_DAMAGED_EVENT,
    SOMETHING_IS_THERE_TO_TAKE_BACK,
    /** Arguments: numbers of records, households and teams in units that the plan established. */
    REVERSAL_STRANDS_NO_RECORDS,
    /** Arguments: numbers of teams, households, records and units that rest on the changes of the plan. */
    @AboutField("confirmed")
    REVERSAL_THAT_STRANDS_IS_CONFIRMED,
    MEMBER_HAS_HOUSEHOLDS_TO_HAND_OVER,
    /** Arguments: number of households. */
    SOMEONE_NAMED_MAY_TAKE_THE_HOUSEHOLDS,
    SOMEBODYS_PERIOD_OF_KEEPING_IS_OVER
}
