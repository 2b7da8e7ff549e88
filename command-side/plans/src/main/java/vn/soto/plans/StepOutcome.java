package vn.soto.plans;

import vn.soto.contracts.plan.StepRefusal;

/** What became of a step. */
sealed interface StepOutcome {

    /** Its commit is in the ledger, from this time or from an earlier one that was interrupted. */
    enum Done implements StepOutcome {
        DONE
    }

    /** What it wanted was there already. */
    enum Repeated implements StepOutcome {
        REPEATED
    }

    /** It changed nothing. */
    record Refused(StepRefusal refusal) implements StepOutcome {}

    /** It was not tried, or what came of it is not known: the plan goes on here the next time. */
    enum NotAttempted implements StepOutcome {
        TAKEN
    }
}
