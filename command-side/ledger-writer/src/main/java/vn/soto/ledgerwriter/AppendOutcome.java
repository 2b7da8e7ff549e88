package vn.soto.ledgerwriter;

import vn.soto.ledger.Commit;

/** The outcome of one draft of a group. */
public sealed interface AppendOutcome {

    record Recorded(Commit commit) implements AppendOutcome {}

    /** @param why a {@link vn.soto.ledger.LedgerException}, or the exception of a draft that cannot be encoded */
    record Refused(RuntimeException why) implements AppendOutcome {}
}
