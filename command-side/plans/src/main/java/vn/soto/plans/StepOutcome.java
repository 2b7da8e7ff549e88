package vn.soto.plans;

import vn.soto.contracts.plan.StepRefusal;

/** The outcome of a step. */
sealed interface StepOutcome {

    /** The step's commit is in the ledger, from this run of the plan or an earlier one. */
    record Done() implements StepOutcome {}

    /** The ledger already held what the step would record. */
    record Repeated() implements StepOutcome {}

    /** A rule refused the step; it changed nothing. */
    record Refused(StepRefusal refusal) implements StepOutcome {}

    /** The step was not attempted, or its result is unknown: the next run of the plan starts here. */
    record NotAttempted() implements StepOutcome {}
}
