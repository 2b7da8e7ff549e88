package vn.soto.command.planning;

import vn.soto.contracts.plan.Refusal;

/** What became of a step. */
sealed interface Taking {

    /** Its commit is in the ledger, from this time or from an earlier one that was interrupted. */
    enum Done implements Taking {
        DONE
    }

    /** What it wanted was there already. */
    enum Repeated implements Taking {
        REPEATED
    }

    /** It changed nothing. */
    record Refused(Refusal refusal) implements Taking {}

    /** It was not tried, or what came of it is not known: the plan goes on here the next time. */
    enum Not implements Taking {
        TAKEN
    }
}
